import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { standingsHidden } from '../../../shared/contest/contest.errors.js';
import type {
  StandingRow,
  StandingsPage,
  UnitStandingRow,
  UnitStandings,
} from '../../../shared/contest/standings.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import { memberId, type UnitId } from '../../../shared/kernel/ids.js';
import type { PageQuery } from '../../../shared/kernel/page.js';
import { instant } from '../../../shared/kernel/time.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { SharedReadings } from '../../platform/shared-readings.js';
import { canEditContest } from '../round/contest.policy.js';
import type { FrozenRound } from '../round/frozen-round.queries.js';
import { FrozenRounds } from '../round/frozen-round.service.js';
import { rankRows, type Placed } from './ranking.rules.js';
import { shown, type Shown } from '../round/round-visibility.rules.js';
import {
  countAbove,
  readStanding,
  readTally,
  readUnitResults,
  type Standing,
  type UnitResultRow,
} from './tally.queries.js';
import {
  countBefore,
  readResultOf,
  readResults,
  readResultsAbove,
  type ResultPlace,
  type ResultRow,
} from './standings.queries.js';
import { unitScores, type ScoredUnit } from './unit-ranking.rules.js';

const ABOVE_OWN = 2;
/** What all readers share is made anew with each change; a name that was corrected shows within a second. */
const SHARED = { max: 200, maxAgeMs: 1_000 };

export type UnitTable = readonly ScoredUnit<UnitResultRow>[];

const place = z.tuple([z.number(), z.int32(), instant, memberId]);

/** Standings of a round, for those who may see them at the moment. */
@Injectable()
export class StandingsService {
  private readonly tables: SharedReadings<UnitTable>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly rounds: FrozenRounds,
  ) {
    this.tables = new SharedReadings({ clock, ...SHARED });
  }

  async page(viewer: Viewer, roundId: string, { cursor, limit }: PageQuery): Promise<StandingsPage> {
    const round = await this.visibleRound(viewer, roundId);
    const after = placeOf(decodeCursor(place, cursor));
    const [rows, own, { entrants: total }] = await Promise.all([
      readResults(this.dataSource, round.id, { after, limit: limit + 1 }),
      this.own(round, viewer.memberId),
      readTally(this.dataSource, round.id),
    ]);
    const items = (await this.ranked(round, rows)).slice(0, limit).map(presentRow);
    const last = rows[limit - 1];
    return {
      items,
      next: rows.length > limit && last ? cursorOf(last) : null,
      own: own?.row ?? null,
      aroundOwn: own?.around ?? [],
      total,
      final: round.allCounted,
      serverNow: this.clock.now().toISOString(),
    };
  }

  async units(viewer: Viewer, roundId: string): Promise<UnitStandings> {
    const round = await this.visibleRound(viewer, roundId);
    const table = await this.unitTable(round);
    return {
      items: table.map((unit) => presentUnit(unit, viewer.unitPath.at(-1))),
      next: null,
      final: round.allCounted,
      serverNow: this.clock.now().toISOString(),
    };
  }

  /** The standings of a round at `now`, for somebody without rights on it. */
  shown(round: FrozenRound): Shown {
    return shown(round.standingsVisible, { ...round, submittedAt: round.opensAt }, this.clock.now());
  }

  /** All units of a round by points, whoever asks. */
  async unitTable(round: FrozenRound): Promise<UnitTable> {
    const { revision } = await readTally(this.dataSource, round.id);
    return this.tables.take(round.id, revision, async () =>
      unitScores(await readUnitResults(this.dataSource, round.id)),
    );
  }

  /** Rank of a member's counted result among all and within the unit; null without one. */
  async rankOf(round: FrozenRound, member: string, unitId: string): Promise<Standing | null> {
    const result = await readResultOf(this.dataSource, round.id, member);
    return result && readStanding(this.dataSource, round.id, { ...result, unitId });
  }

  private async visibleRound(viewer: Viewer, roundId: string): Promise<FrozenRound> {
    const round = (await this.rounds.find(roundId)) ?? fail(notFound);
    if (canEditContest(viewer, { createdBy: round.createdBy })) return round;
    const { now, at } = this.shown(round);
    if (!now) fail(standingsHidden, at ? { visibleAt: at.toISOString() } : {});
    return round;
  }

  /** Ranks neighbouring rows, wherever in the order they stand; the last one only closes the view and may be cut off. */
  private async ranked(round: FrozenRound, rows: readonly ResultRow[]): Promise<Placed<ResultRow>[]> {
    const [first] = rows;
    if (!first) return [];
    const above = await readResultsAbove(this.dataSource, round.id, { place: first, limit: 1 });
    const top = above[0] ?? first;
    const [higher, earlier] = await Promise.all([
      countAbove(this.dataSource, round.id, top),
      countBefore(this.dataSource, round.id, top),
    ]);
    const ranked = rankRows([...above, ...rows]);
    return ranked
      .slice(above.length)
      .map((row) => ({ ...row, rank: row.rank === 1 ? higher + 1 : earlier + row.rank }));
  }

  private async own(
    round: FrozenRound,
    member: string,
  ): Promise<{ row: StandingRow; around: StandingRow[] } | null> {
    const result = await readResultOf(this.dataSource, round.id, member);
    if (!result) return null;
    const [nearest, below] = await Promise.all([
      readResultsAbove(this.dataSource, round.id, { place: result, limit: ABOVE_OWN }),
      readResults(this.dataSource, round.id, { after: result, limit: 1 }),
    ]);
    const ranked = await this.ranked(round, [...nearest, result, ...below]);
    const around = ranked.slice(0, nearest.length + 1).map(presentRow);
    const row = around.find((candidate) => candidate.memberId === member);
    return row ? { row, around } : null;
  }
}

export function presentUnit(
  { totalPoints: _total, ...unit }: UnitTable[number],
  ownUnit: UnitId | undefined,
): UnitStandingRow {
  return { ...unit, own: unit.unitId === ownUnit };
}

function presentRow(row: Placed<ResultRow>): StandingRow {
  return { ...row, submittedAt: row.submittedAt.toISOString() };
}

function cursorOf({ points, timeUsedMs, submittedAt, memberId: member }: ResultPlace): string {
  return encodeCursor([points, timeUsedMs, submittedAt.toISOString(), member]);
}

function placeOf(decoded: z.infer<typeof place> | null): ResultPlace | null {
  if (!decoded) return null;
  const [points, timeUsedMs, submittedAt, member] = decoded;
  return { points, timeUsedMs, submittedAt: new Date(submittedAt), memberId: member };
}
