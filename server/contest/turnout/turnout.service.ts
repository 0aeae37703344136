import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  REMINDED_AGAIN_MS,
  type TurnoutFilter,
  type TurnoutPeople,
  type TurnoutPerson,
  type TurnoutRound,
  type TurnoutRounds,
  type TurnoutView,
} from '../../../shared/contest/turnout.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import type { PageQuery } from '../../../shared/kernel/page.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { editingReach, followedUnits } from '../round/contest.policy.js';
import { UnitTree } from '../standings/unit-tree.service.js';
import { peopleOf, TurnoutAccess, type Followed } from './turnout-access.service.js';
import { TurnoutCounts } from './turnout-counts.service.js';
import {
  countReminded,
  countUnreminded,
  personPlace,
  readPeoplePage,
  type People,
  type PersonRow,
} from './turnout-people.queries.js';
import { readTurnoutRounds, type TurnoutRoundRow } from './turnout-round.queries.js';
import { countsOf, turnoutOf, turnoutPhase } from './turnout.rules.js';
import { scopeWithin } from './turnout-scope.rules.js';
import { progressBelow, topsOf } from './unit-progress.rules.js';

const WEEK_MS = 7 * 86_400_000;
/** Whether it is a few more makes no difference to who reminds them all. */
const MOST_COUNTED = 5_000;

/** Who has entered the rounds that concern somebody's units, and who has not. */
@Injectable()
export class TurnoutService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly tree: UnitTree,
    private readonly access: TurnoutAccess,
    private readonly counts: TurnoutCounts,
  ) {}

  async rounds(viewer: Viewer, unit: UnitId | undefined): Promise<TurnoutRounds> {
    const now = this.clock.now();
    const followed = followedUnits(viewer);
    const units = await this.tree.read(unit === undefined ? (followed ?? []) : [unit]);
    const mine = units.within(followed);
    if (unit !== undefined && !mine.has(unit)) fail(notFound);
    const asked = unit === undefined ? mine : units.within([unit]);
    const rows = await readTurnoutRounds(this.dataSource, {
      now,
      closedAfter: new Date(now.getTime() - WEEK_MS),
      related: followed === null && unit === undefined ? null : [...asked, ...units.above(asked)],
      editor: unit === undefined && editingReach(viewer) === 'own' ? viewer.memberId : null,
    });
    const scopes = new Map(
      rows.map((row) => [row.id, scopeWithin(viewer, units, { ...row, unit }) ?? new Set<UnitId>()]),
    );
    const widest = new Set([asked, ...scopes.values()].flatMap((scope) => [...scope]));
    const [byRound, people] = await Promise.all([
      this.counts.read(
        rows.map(({ id }) => id),
        widest,
      ),
      this.counts.people(asked),
    ]);
    return {
      items: rows
        .map((row) => {
          const byUnit = byRound.get(row.id) ?? new Map();
          return present(row, countsOf(byUnit, scopes.get(row.id) ?? new Set()), now);
        })
        .filter(({ counts }) => counts.total > 0),
      next: null,
      units: topsOf(units, mine).map((id) => ({ unitId: id, name: units.labelOf(id) })),
      people,
      unitsBelow: asked.size - topsOf(units, asked).length,
      serverNow: now.toISOString(),
    };
  }

  async round(viewer: Viewer, roundId: string, unit: UnitId | undefined): Promise<TurnoutView> {
    const now = this.clock.now();
    const followed = await this.access.round(viewer, roundId, unit);
    const { round, units, scope } = followed;
    const byUnit = await this.counts.of(round.id, scope);
    const tops = topsOf(units, scope);
    const [top = null] = tops;
    const named = unit ?? (tops.length === 1 ? top : null);
    const below = progressBelow(units, byUnit, { scope, below: tops.length === 1 ? top : null });
    return {
      round: present(round, countsOf(byUnit, scope), now),
      units: below.map((row) => ({ ...turnoutOf(row), unitId: row.unitId, name: row.name })),
      scopeName: named && units.labelOf(named),
      organisation: top === null ? '' : units.rootNameOf(top),
      serverNow: now.toISOString(),
    };
  }

  async people(
    viewer: Viewer,
    roundId: string,
    { unit, state, q, cursor, limit }: TurnoutFilter & PageQuery,
  ): Promise<TurnoutPeople> {
    const now = this.clock.now();
    const after = decodeCursor(personPlace, cursor);
    const followed = await this.access.round(viewer, roundId, unit);
    const among = state === 'missing' ? await this.counts.missingIn(roundId, followed.scope) : null;
    const asked = { ...peopleOf(followed, q), among };
    const mayBe = state === 'missing' && turnoutPhase(followed.round, now) === 'open';
    const [rows, unreminded, byUnit] = await Promise.all([
      readPeoplePage(this.dataSource, { ...asked, state }, { after, limit: limit + 1 }),
      mayBe ? this.unreminded(followed, asked) : 0,
      this.counts.of(followed.round.id, followed.scope),
    ]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => presentPerson(row, followed, mayBe ? now : null)),
      next: rows.length > limit && last ? encodeCursor([last.givenName, last.fullName, last.memberId]) : null,
      unreminded,
      counts: countsOf(byUnit, followed.scope),
      serverNow: now.toISOString(),
    };
  }

  /** Of very many people it is what the counts leave that all share. */
  private async unreminded(
    { round, scope }: Followed,
    people: Omit<People, 'state'>,
  ): Promise<number | null> {
    const isWhole = people.q === '' && this.counts.areShared(scope) && !people.among;
    if (!isWhole) {
      const count = await countUnreminded(this.dataSource, people, MOST_COUNTED + 1);
      return count > MOST_COUNTED ? null : count;
    }
    const [byUnit, reminded] = await Promise.all([
      this.counts.of(round.id, scope),
      countReminded(this.dataSource, people),
    ]);
    return Math.max(0, countsOf(byUnit, scope).missing - reminded);
  }
}

function present(row: TurnoutRoundRow, counts: TurnoutRound['counts'], now: Date): TurnoutRound {
  return {
    roundId: row.id,
    contestId: row.contestId,
    contestTitle: row.contestTitle,
    title: row.title,
    ordinal: row.ordinal,
    phase: turnoutPhase(row, now),
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    counts,
  };
}

/** `remindedFrom` null where nobody can be reminded. */
function presentPerson(row: PersonRow, { units }: Followed, remindedFrom: Date | null): TurnoutPerson {
  const { memberId, fullName, code, unitId, remindedAt, times } = row;
  const rests =
    remindedAt && remindedFrom && remindedFrom.getTime() - remindedAt.getTime() < REMINDED_AGAIN_MS;
  return {
    memberId,
    fullName,
    code,
    unit: units.labelOf(unitId),
    reminded: remindedAt && { at: remindedAt.toISOString(), times },
    mayRemind: remindedFrom !== null && !rests,
  };
}
