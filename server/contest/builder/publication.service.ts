import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  contestNotDraft,
  contestNotPublished,
  contestNotReady,
  contestOver,
} from '../../../shared/contest/contest.errors.js';
import { contestId, type ContestDraftView } from '../../../shared/contest/contest.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { defineEvent } from '../../platform/outbox/event.js';
import { Outbox } from '../../platform/outbox/outbox.service.js';
import { AttemptDeadlines } from '../attempt/attempt-deadlines.service.js';
import { ContestActs, type Held } from '../round/contest-act.service.js';
import { isOver } from '../round/contest-life.rules.js';
import { setCancelled, setPublished } from '../round/contest.queries.js';
import { ContestService } from './contest.service.js';
import { freezePool, freezeRound, freezeUnits, holdBank } from './publication.queries.js';
import { publishProblems } from './publish.rules.js';
import { roundChanged } from './round-window.service.js';
import type { RoundRow } from '../round/round.queries.js';
import { readDrawable, readSupply, type Drawable } from './supply.queries.js';

const contestPublished = defineEvent('contest.published', z.object({ contestId }));
const SEED_BYTES = 32;

/** Makes a contest public and freezes what fairness needs; or ends it early. Doing either again changes nothing. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly acts: ContestActs,
    private readonly contests: ContestService,
    private readonly deadlines: AttemptDeadlines,
  ) {}

  async publish(viewer: Viewer, id: string): Promise<ContestDraftView> {
    await this.acts.run(viewer, id, async (tx, held) => {
      if (held.contest.state === 'published') return null;
      if (held.contest.state !== 'draft') fail(contestNotDraft);
      const now = this.clock.now();
      const pools = await this.pools(tx, held, now);
      for (const { round, pool } of pools) {
        await freezePool(tx, round.id, pool);
        await freezeUnits(tx, round.id, round.settings.eligibility);
        await freezeRound(tx, round.id, { seed: randomBytes(SEED_BYTES), at: now });
      }
      await setPublished(tx, id, now);
      await this.outbox.add(tx, contestPublished, [{ contestId: id }]);
      const rounds = pools.map(({ round, pool }) => ({ roundId: round.id, questions: pool.length }));
      return { action: 'contest.publish', subjectId: id, details: { rounds } };
    });
    return this.contests.draft(viewer, id);
  }

  async cancel(viewer: Viewer, id: string, reason: string): Promise<ContestDraftView> {
    await this.acts.run(viewer, id, async (tx, { contest, rounds }) => {
      if (contest.state === 'cancelled') return null;
      if (contest.state !== 'published') fail(contestNotPublished);
      const now = this.clock.now();
      if (isOver(contest, rounds, now)) fail(contestOver);
      await setCancelled(tx, id, { reason, at: now });
      for (const round of rounds)
        await this.deadlines.end(tx, round.id, { by: 'cancelled', reason, at: now });
      await this.outbox.add(
        tx,
        roundChanged,
        rounds.map((round) => ({ roundId: round.id })),
      );
      return { action: 'contest.cancel', subjectId: id, details: { reason } };
    });
    return this.contests.draft(viewer, id);
  }

  /** What each round will draw from. The check runs on the very questions that are frozen. */
  private async pools(
    tx: EntityManager,
    { contest, rounds }: Held,
    now: Date,
  ): Promise<{ round: RoundRow; pool: Drawable[] }[]> {
    const topics = rounds.flatMap(({ settings }) => settings.blueprint.map(({ topicId }) => topicId));
    await holdBank(tx, topics);
    const bank = await readDrawable(tx, topics);
    const held = Map.groupBy(bank, cellOf);
    const supply = (await readSupply(tx)).map((cell) => ({
      ...cell,
      available: held.get(cellOf(cell))?.length ?? 0,
    }));
    const candidates = rounds.map((round) => ({ ...round.settings, id: round.id }));
    const blocking = publishProblems({ contest, rounds: candidates, supply, now }).filter(
      ({ severity }) => severity === 'blocks',
    );
    if (blocking.length > 0) fail(contestNotReady, { problems: blocking.length });
    return rounds.map((round) => ({
      round,
      pool: round.settings.blueprint.flatMap((cell) => held.get(cellOf(cell)) ?? []),
    }));
  }
}

function cellOf({ topicId, level }: { topicId: string; level: string }): string {
  return `${topicId}/${level}`;
}
