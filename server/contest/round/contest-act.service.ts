import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { forbidden, notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Acts, type Done } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { canEditContest, canSeeContest } from './contest.policy.js';
import {
  lockContest,
  readContest,
  readContestIdOf,
  touchContest,
  type ContestRow,
} from './contest.queries.js';
import { FrozenRounds } from './frozen-round.service.js';
import { readRounds, type RoundRow } from './round.queries.js';

/** A contest that nobody else can change meanwhile, with all its rounds. */
export type Held = { contest: ContestRow; rounds: RoundRow[] };
export type Act = (tx: EntityManager, held: Held) => Promise<Done>;
export type RoundAct = (tx: EntityManager, held: Held & { round: RoundRow }) => Promise<Done>;

/** Who may read and change contests: what a viewer may not see does not exist for them. */
@Injectable()
export class ContestActs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly frozen: FrozenRounds,
  ) {}

  async visible(viewer: Viewer, contestId: string): Promise<ContestRow> {
    return allowed(viewer, await readContest(this.dataSource, contestId), 'see');
  }

  async editable(viewer: Viewer, contestId: string): Promise<ContestRow> {
    return allowed(viewer, await readContest(this.dataSource, contestId), 'edit');
  }

  async visibleRound(viewer: Viewer, roundId: string): Promise<{ contest: ContestRow; round: RoundRow }> {
    const contest = await this.visible(viewer, await this.contestIdOf(roundId));
    return { contest, round: await this.roundOf(contest, roundId) };
  }

  async editableRound(viewer: Viewer, roundId: string): Promise<{ contest: ContestRow; round: RoundRow }> {
    const contest = await this.editable(viewer, await this.contestIdOf(roundId));
    return { contest, round: await this.roundOf(contest, roundId) };
  }

  /** One change of a contest by somebody who may, while nobody else can change it. */
  async run(viewer: Viewer, contestId: string, act: Act): Promise<void> {
    let changed: RoundRow[] = [];
    await this.acts.run(viewer, async (tx) => {
      const contest = allowed(viewer, await lockContest(tx, contestId), 'edit');
      const rounds = await readRounds(tx, contest.id);
      const done = await act(tx, { contest, rounds });
      if (!done) return null;
      await touchContest(tx, contest.id, this.clock.now());
      changed = rounds;
      return done;
    });
    for (const { id } of changed) this.frozen.forget(id);
  }

  /** The same for one of its rounds. Answers with the contest's id. */
  async runOnRound(viewer: Viewer, roundId: string, act: RoundAct): Promise<string> {
    const contestId = await this.contestIdOf(roundId);
    await this.run(viewer, contestId, async (tx, held) => {
      const round = held.rounds.find(({ id }) => id === roundId) ?? fail(notFound);
      return act(tx, { ...held, round });
    });
    return contestId;
  }

  private async contestIdOf(roundId: string): Promise<string> {
    return (await readContestIdOf(this.dataSource, roundId)) ?? fail(notFound);
  }

  private async roundOf(contest: ContestRow, roundId: string): Promise<RoundRow> {
    const rounds = await readRounds(this.dataSource, contest.id);
    return rounds.find(({ id }) => id === roundId) ?? fail(notFound);
  }
}

function allowed(viewer: Viewer, contest: ContestRow | null, to: 'see' | 'edit'): ContestRow {
  if (!contest || !canSeeContest(viewer, contest)) return fail(notFound);
  if (to === 'edit' && !canEditContest(viewer, contest)) fail(forbidden);
  return contest;
}
