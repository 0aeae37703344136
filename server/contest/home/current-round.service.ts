import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CurrentRound, CurrentRounds, LatestUnitStanding } from '../../../shared/contest/home.schema.js';
import type { UnitStandingRow } from '../../../shared/contest/standings.schema.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { readCurrentRounds, readShownRounds, type CurrentRoundRow } from './current-round.queries.js';
import { FrozenRounds } from '../round/frozen-round.service.js';
import { presentUnit, StandingsService, type UnitTable } from '../standings/standings.service.js';

const TOP = 3;

/** What concerns a member now, over all contests. */
@Injectable()
export class CurrentRoundService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly rounds: FrozenRounds,
    private readonly standings: StandingsService,
  ) {}

  async current(viewer: Viewer): Promise<CurrentRounds> {
    const now = this.clock.now();
    const rows = await readCurrentRounds(this.dataSource, viewer, now);
    return { items: rows.map((row) => present(row, now)), next: null, serverNow: now.toISOString() };
  }

  async latestUnitStanding(viewer: Viewer): Promise<LatestUnitStanding> {
    const now = this.clock.now();
    const unitId = viewer.unitPath.at(-1);
    const found = unitId === undefined ? null : await this.latestVisible(unitId, now);
    if (!found || unitId === undefined) return { standing: null, serverNow: now.toISOString() };
    const { round, ordinal, table } = found;
    const standing = {
      roundId: round.id,
      contestId: round.contestId,
      contestTitle: round.contestTitle,
      roundTitle: round.title,
      ordinal,
      unitId,
      rows: topAndOwn(table, unitId),
      units: table.length,
    };
    return { standing, serverNow: now.toISOString() };
  }

  /** The last closed round whose standings are out and in which the unit stands. */
  private async latestVisible(own: UnitId, now: Date) {
    for (const { id, ordinal } of await readShownRounds(this.dataSource, { unitId: own, now })) {
      const round = await this.rounds.find(id);
      if (!round || !this.standings.shown(round).now) continue;
      const table = await this.standings.unitTable(round);
      if (table.some((unit) => unit.unitId === own)) return { round, ordinal, table };
    }
    return null;
  }
}

function topAndOwn(table: UnitTable, ownUnit: UnitId): UnitStandingRow[] {
  const own = table.findIndex(({ unitId }) => unitId === ownUnit);
  return table
    .filter((_unit, at) => at < TOP || at === own || at === own - 1)
    .map((unit) => presentUnit(unit, ownUnit));
}

function present(row: CurrentRoundRow, now: Date): CurrentRound {
  const allowed = row.attempts_allowed;
  return {
    roundId: row.id,
    contestId: row.contest_id,
    contestTitle: row.contest_title,
    roundTitle: row.title,
    ordinal: row.ordinal,
    phase: row.opens_at > now ? 'upcoming' : 'open',
    opensAt: row.opens_at.toISOString(),
    closesAt: row.closes_at.toISOString(),
    durationMinutes: row.duration_minutes,
    questionCount: row.question_count,
    attemptsUsed: row.attempts_used,
    attemptsLeft: allowed === null ? null : Math.max(0, allowed - row.attempts_used),
    running: row.running,
    reminder:
      row.reminded_by === null || row.reminded_at === null
        ? null
        : { by: row.reminded_by, at: row.reminded_at.toISOString() },
  };
}
