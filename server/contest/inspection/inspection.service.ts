import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { AttemptId } from '../../../shared/contest/attempt.schema.js';
import type {
  AttemptFilter,
  InspectedPaper,
  InspectionPage,
  InspectionQuery,
} from '../../../shared/contest/inspection.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Acts } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { readAnswers, readAttempt, readKeptAnswers } from '../attempt/attempt.queries.js';
import { ContestActs } from '../round/contest-act.service.js';
import { canEditContest } from '../round/contest.policy.js';
import { FrozenRounds } from '../round/frozen-round.service.js';
import { UnitTree } from '../standings/unit-tree.service.js';
import { presentPaper, presentRow } from './inspection.present.js';
import {
  countInspected,
  readCodes,
  readGrant,
  readInspected,
  readInspectedOne,
  readLeads,
  readNeighbours,
  type InspectedAttempt,
  type Selection,
} from './inspection.queries.js';

const attemptPlace = z.tuple([z.int(), z.uuid()]);

/** The attempts of a round for who organises it: all of them, and one with everything that was written in it. */
@Injectable()
export class InspectionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly log: Acts,
    private readonly acts: ContestActs,
    private readonly rounds: FrozenRounds,
    private readonly tree: UnitTree,
  ) {}

  async list(viewer: Viewer, roundId: string, query: InspectionQuery): Promise<InspectionPage> {
    const { contest, round } = await this.acts.editableRound(viewer, roundId);
    const { cursor, limit, ...filter } = query;
    const from = decodeCursor(attemptPlace, cursor);
    const selection = await this.selectionOf(roundId, filter);
    const [rows, counts] = await Promise.all([
      readInspected(this.dataSource, selection, {
        after: from && { place: from[0], id: from[1] },
        limit: limit + 1,
      }),
      countInspected(this.dataSource, selection),
    ]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const labelOf = await this.labels(items);
    return {
      items: items.map((row) => presentRow(row, labelOf(row))),
      next: rows.length > limit && last ? encodeCursor([last.place, last.id]) : null,
      contestId: contest.id,
      contestTitle: contest.title,
      roundTitle: round.settings.title,
      opensAt: round.settings.opensAt,
      attemptsAllowed: round.settings.attemptsAllowed,
      counts,
      serverNow: this.clock.now().toISOString(),
    };
  }

  /** Who opens the paper of somebody else leaves a line in the log. */
  async read(viewer: Viewer, id: AttemptId, filter: AttemptFilter): Promise<InspectedPaper> {
    const attempt = (await readAttempt(this.dataSource, id)) ?? fail(notFound);
    const round = (await this.rounds.find(attempt.roundId)) ?? fail(notFound);
    if (!canEditContest(viewer, round)) fail(notFound);
    const row = (await readInspectedOne(this.dataSource, id)) ?? fail(notFound);
    const selection = await this.selectionOf(round.id, filter);
    const versions = attempt.paper.map(({ versionId }) => versionId);
    const [pool, answers, kept, codes, leads, grant, neighbours, labelOf] = await Promise.all([
      this.rounds.poolOf(round),
      readAnswers(this.dataSource, [id]),
      readKeptAnswers(this.dataSource, id),
      readCodes(this.dataSource, versions),
      readLeads(this.dataSource, id),
      readGrant(this.dataSource, attempt),
      readNeighbours(this.dataSource, selection, { place: row.place, id }),
      this.labels([row]),
    ]);
    const { roundId, memberId } = attempt;
    await this.log.run(viewer, () =>
      Promise.resolve({ action: 'attempt.inspect', subjectId: id, details: { roundId, memberId } }),
    );
    const parts = { round, pool, answers, kept, codes, leads, grant, now: this.clock.now() };
    return presentPaper(attempt, { ...parts, row: presentRow(row, labelOf(row)), neighbours });
  }

  private async selectionOf(roundId: string, { unit, ...filter }: AttemptFilter): Promise<Selection> {
    const units = unit && [...(await this.tree.read([unit])).within([unit])];
    return { ...filter, roundId, units: units ?? null };
  }

  private async labels(rows: readonly InspectedAttempt[]): Promise<(row: InspectedAttempt) => string> {
    const tree = await this.tree.read(rows.map(({ unitId }) => unitId));
    return ({ unitId }) => tree.labelOf(unitId);
  }
}
