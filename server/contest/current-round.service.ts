import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CurrentRound, CurrentRounds, LatestUnitStanding } from '../../shared/contest/home.schema.js';
import type { UnitStandingRow } from '../../shared/contest/standings.schema.js';
import type { Viewer } from '../../shared/kernel/viewer.js';
import { Clock } from '../platform/clock.js';
import { readClosedRounds, readCurrentRounds, type CurrentRoundRow } from './current-round.queries.js';
import { isEligible } from './eligibility.rules.js';
import { FrozenRounds } from './frozen-round.service.js';
import { StandingsService } from './standings.service.js';

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
    const rows = await readCurrentRounds(this.dataSource, viewer.memberId, now);
    const items = rows
      .filter((row) => isEligible(row.eligibility, viewer.unitPath))
      .map((row) => present(row, now));
    return { items, next: null, serverNow: now.toISOString() };
  }

  async latestUnitStanding(viewer: Viewer): Promise<LatestUnitStanding> {
    const now = this.clock.now();
    const unitId = viewer.unitPath.at(-1);
    const found = unitId === undefined ? null : await this.latestVisible(viewer, now);
    if (!found || unitId === undefined) return { standing: null, serverNow: now.toISOString() };
    const { round, ordinal, units } = found;
    const standing = {
      roundId: round.id,
      contestId: round.contestId,
      contestTitle: round.contestTitle,
      roundTitle: round.title,
      ordinal,
      unitId,
      rows: topAndOwn(units),
      units: units.length,
    };
    return { standing, serverNow: now.toISOString() };
  }

  /** The last closed round whose standings are out and in which the viewer's unit stands. */
  private async latestVisible(viewer: Viewer, now: Date) {
    for (const { id, ordinal } of await readClosedRounds(this.dataSource, now)) {
      const round = await this.rounds.find(id);
      if (!round || !this.standings.shown(round).now) continue;
      const { items } = await this.standings.units(viewer, id);
      if (items.some((unit) => unit.own)) return { round, ordinal, units: items };
    }
    return null;
  }
}

function topAndOwn(units: readonly UnitStandingRow[]): UnitStandingRow[] {
  const own = units.findIndex((unit) => unit.own);
  return units.filter((_unit, at) => at < TOP || at === own || at === own - 1);
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
  };
}
