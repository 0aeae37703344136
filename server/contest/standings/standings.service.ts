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
import { SharedReadings } from '../../platform/kept/shared-readings.js';
import { canEditContest } from '../round/contest.policy.js';
import type { FrozenRound } from '../round/frozen-round.queries.js';
import { FrozenRounds } from '../round/frozen-round.service.js';
import { compareRows, rankNeighbours, rankRows, type Placed } from './ranking.rules.js';
import { shown, type Shown } from '../round/round-visibility.rules.js';
import { UnitTree } from './unit-tree.service.js';
import {
  countBefore,
  readStanding,
  readTally,
  readUnitResults,
  type Standing,
  type UnitResultRow,
} from './tally.queries.js';
import {
  readFirstResults,
  readResultsAround,
  readResultsFrom,
  type ResultPlace,
  type ResultRow,
} from './standings.queries.js';
import { unitScores, type ScoredUnit } from './unit-ranking.rules.js';

const ABOVE_OWN = 2;
/** What all readers share is made anew with each change; a name that was corrected shows within a second. */
const SHARED = { max: 200, maxAgeMs: 1_000 };

/** As the database keeps points. */
const MAX_POINTS = 99_999_999.99;

/** With the unit as it is told from others of its name. */
type LabelledRow = Omit<Placed<ResultRow>, 'unitId'> & { unit: string };
type SharedPage = Pick<StandingsPage, 'items' | 'next' | 'total'>;
export type UnitTable = readonly ScoredUnit<UnitResultRow>[];

/** Where a page ended, and when the first one was made, which older cursors do not tell. */
const place = z.tuple([z.number().min(0).max(MAX_POINTS), z.int32(), instant, memberId, instant.optional()]);

/** Standings of a round, for those who may see them at the moment. */
@Injectable()
export class StandingsService {
  private readonly tables: SharedReadings<UnitTable>;
  private readonly firstPages: SharedReadings<SharedPage>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly rounds: FrozenRounds,
    private readonly tree: UnitTree,
  ) {
    this.tables = new SharedReadings({ clock, ...SHARED });
    this.firstPages = new SharedReadings({ clock, ...SHARED });
  }

  async page(viewer: Viewer, roundId: string, { cursor, limit }: PageQuery): Promise<StandingsPage> {
    const round = await this.visibleRound(viewer, roundId);
    const after = decodeCursor(place, cursor);
    const [page, own, organisation] = await Promise.all([
      after ? this.pageFrom(round, after, limit) : this.firstPage(round, limit),
      this.own(round, viewer.memberId),
      this.organisation(round),
    ]);
    return {
      ...page,
      own: own.at(-1) ?? null,
      aroundOwn: own,
      final: round.allCounted,
      organisation,
      serverNow: this.clock.now().toISOString(),
    };
  }

  async units(viewer: Viewer, roundId: string): Promise<UnitStandings> {
    const round = await this.visibleRound(viewer, roundId);
    const [table, organisation] = await Promise.all([this.unitTable(round), this.organisation(round)]);
    return {
      items: table.map((unit) => presentUnit(unit, viewer.unitPath.at(-1))),
      next: null,
      final: round.allCounted,
      organisation,
      serverNow: this.clock.now().toISOString(),
    };
  }

  /** The name of who holds the contest. */
  async organisation({ homeUnitId }: FrozenRound): Promise<string> {
    return (await this.tree.read([homeUnitId])).rootNameOf(homeUnitId);
  }

  /** The standings of a round at `now`, for somebody without rights on it. */
  shown(round: FrozenRound): Shown {
    return shown(round.standingsVisible, { ...round, submittedAt: round.opensAt }, this.clock.now());
  }

  /** All units of a round by points, whoever asks. */
  async unitTable(round: FrozenRound): Promise<UnitTable> {
    const { revision } = await readTally(this.dataSource, round.id);
    return this.tables.take(round.id, revision, async () => {
      const rows = await readUnitResults(this.dataSource, round.id);
      const tree = await this.tree.read(rows.map(({ unitId }) => unitId));
      return unitScores(rows.map((row) => ({ ...row, name: tree.labelOf(row.unitId) })));
    });
  }

  /** Rank of a member's counted result among all and within the unit; null without one. */
  async rankOf(round: FrozenRound, member: string, unitId: string): Promise<Standing | null> {
    return readStanding(this.dataSource, round.id, { memberId: member, unitId });
  }

  /** A round whose standings the viewer may see at the moment. */
  async visibleRound(viewer: Viewer, roundId: string): Promise<FrozenRound> {
    const round = (await this.rounds.find(roundId)) ?? fail(notFound);
    if (canEditContest(viewer, { createdBy: round.createdBy })) return round;
    const { now, at } = this.shown(round);
    if (!now) fail(standingsHidden, at ? { visibleAt: at.toISOString() } : {});
    return round;
  }

  /** The page that nearly everybody asks for is made once for each change of the results. */
  private async firstPage(round: FrozenRound, limit: number): Promise<SharedPage> {
    const { revision, entrants } = await readTally(this.dataSource, round.id);
    return this.firstPages.take(`${round.id}/${limit}`, revision, async () => {
      const madeAt = this.clock.now();
      const rows = await readFirstResults(this.dataSource, round.id, limit + 1);
      return { ...pageOf(await this.labelled(rankRows(rows)), { limit, madeAt }), total: entrants };
    });
  }

  /** Where the last attempt counts somebody may fall behind a page they were on: nobody is listed a second time. */
  private async pageFrom(
    round: FrozenRound,
    after: z.infer<typeof place>,
    limit: number,
  ): Promise<SharedPage> {
    const [place, madeAt] = [placeOf(after), after[4] === undefined ? this.clock.now() : new Date(after[4])];
    const [rows, { entrants }] = await Promise.all([
      readResultsFrom(this.dataSource, round.id, { place, limit: limit + 1 }),
      readTally(this.dataSource, round.id),
    ]);
    const ranked = await this.ranked(round, rows);
    const [first] = rows;
    // The row at the cursor closed the page before.
    const hasNeighbour = first !== undefined && comparePlaces(first, place) <= 0;
    const rest = await this.labelled(hasNeighbour ? ranked.slice(1) : ranked);
    const page = pageOf(rest, { limit, madeAt });
    if (round.counting !== 'last') return { ...page, total: entrants };
    const known = page.items.filter(({ submittedAt }) => new Date(submittedAt) <= madeAt);
    return { ...page, items: known, total: entrants };
  }

  private async ranked(round: FrozenRound, rows: readonly ResultRow[]): Promise<Placed<ResultRow>[]> {
    const [first] = rows;
    return first ? rankNeighbours(rows, await countBefore(this.dataSource, round.id, first)) : [];
  }

  private async labelled(rows: readonly Placed<ResultRow>[]): Promise<LabelledRow[]> {
    const tree = await this.tree.read(rows.map(({ unitId }) => unitId));
    return rows.map(({ unitId, ...row }) => ({ ...row, unit: tree.labelOf(unitId) }));
  }

  /** Up to two rows above a member's result, and the result itself; nothing without one. */
  private async own(round: FrozenRound, member: string): Promise<StandingRow[]> {
    // One more above and one below settle what decided the places of the others.
    const rows = await readResultsAround(this.dataSource, round.id, { member, above: ABOVE_OWN + 1 });
    const at = rows.findIndex(({ memberId }) => memberId === member);
    const ranked = await this.ranked(round, rows);
    const shownRows = await this.labelled(ranked.slice(Math.max(0, at - ABOVE_OWN), at + 1));
    return shownRows.map(presentRow);
  }
}

/** The first rows of those ranked; one more only tells that there is a next page, and what decided the last place. */
function pageOf(
  ranked: readonly LabelledRow[],
  { limit, madeAt }: { limit: number; madeAt: Date },
): Omit<SharedPage, 'total'> {
  const last = ranked[limit - 1];
  return {
    items: ranked.slice(0, limit).map(presentRow),
    next: ranked.length > limit && last ? cursorOf(last, madeAt) : null,
  };
}

export function presentUnit(
  { totalPoints: _total, ...unit }: UnitTable[number],
  ownUnit: UnitId | undefined,
): UnitStandingRow {
  return { ...unit, own: unit.unitId === ownUnit };
}

function presentRow(row: LabelledRow): StandingRow {
  return { ...row, submittedAt: row.submittedAt.toISOString() };
}

function cursorOf({ points, timeUsedMs, submittedAt, memberId: member }: ResultPlace, madeAt: Date): string {
  return encodeCursor([points, timeUsedMs, submittedAt.toISOString(), member, madeAt.toISOString()]);
}

function placeOf([points, timeUsedMs, submittedAt, member]: z.infer<typeof place>): ResultPlace {
  return { points, timeUsedMs, submittedAt: new Date(submittedAt), memberId: member };
}

function comparePlaces(one: ResultPlace, two: ResultPlace): number {
  return compareRows(one, two) || (one.memberId < two.memberId ? -1 : Number(one.memberId > two.memberId));
}
