import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { UnitId } from '../../../shared/kernel/ids.js';
import { Clock } from '../../platform/clock.js';
import { SharedReadings } from '../../platform/kept/shared-readings.js';
import { readEntered, readMissingIds, readPeople } from './turnout-counts.queries.js';
import type { UnitCounts } from './unit-progress.rules.js';

/** Everybody who follows many units shares the counts of all there are; pages ask every 15 seconds. */
const SHARED = { max: 50, maxAgeMs: 5_000 };
/** So few are counted for who asks, as they are at the moment. */
const FEW_UNITS = 40;
const FEW_PEOPLE = 5_000;

export type CountsByUnit = ReadonlyMap<UnitId, UnitCounts>;

/** How many of the people of each unit have entered rounds. */
@Injectable()
export class TurnoutCounts {
  private readonly all: SharedReadings<ReadonlyMap<string, CountsByUnit>>;
  private readonly missing: SharedReadings<readonly string[]>;
  private readonly everybody: SharedReadings<ReadonlyMap<UnitId, number>>;

  constructor(
    private readonly dataSource: DataSource,
    clock: Clock,
  ) {
    this.all = new SharedReadings({ clock, ...SHARED });
    this.missing = new SharedReadings({ clock, ...SHARED });
    this.everybody = new SharedReadings({ clock, ...SHARED });
  }

  /** Of one round, of the units in the scope at least. */
  async of(round: string, scope: ReadonlySet<UnitId>): Promise<CountsByUnit> {
    return (await this.read([round], scope)).get(round) ?? new Map();
  }

  /** By round, each of the units in the scope at least. */
  async read(
    rounds: readonly string[],
    scope: ReadonlySet<UnitId>,
  ): Promise<ReadonlyMap<string, CountsByUnit>> {
    if (!this.areShared(scope)) return this.count(rounds, [...scope]);
    return this.all.take(rounds.join(), 0, () => this.count(rounds, null));
  }

  /** Whether those of a scope are counted for everybody at once, and so may be some seconds old. */
  areShared(scope: ReadonlySet<UnitId>): boolean {
    return scope.size > FEW_UNITS;
  }

  /**
   * Who has not entered, where many units are asked for and these are few: finding them anew takes longer the fewer they
   * are. Null where they are many, and where few units are asked for.
   */
  async missingIn(round: string, scope: ReadonlySet<UnitId>): Promise<readonly string[] | null> {
    if (!this.areShared(scope)) return null;
    let count = 0;
    for (const { total, entered } of (await this.of(round, scope)).values()) count += total - entered;
    if (count > FEW_PEOPLE) return null;
    // Some may have come since they were counted.
    const ids = await this.missing.take(round, 0, () =>
      readMissingIds(this.dataSource, round, 2 * FEW_PEOPLE),
    );
    return ids.length < 2 * FEW_PEOPLE ? ids : null;
  }

  /** How many belong to the units now. */
  async people(scope: ReadonlySet<UnitId>): Promise<number> {
    const byUnit = await (this.areShared(scope)
      ? this.everybody.take('people', 0, () => readPeople(this.dataSource, null))
      : readPeople(this.dataSource, [...scope]));
    let sum = 0;
    for (const id of scope) sum += byUnit.get(id) ?? 0;
    return sum;
  }

  private async count(
    rounds: readonly string[],
    units: readonly UnitId[] | null,
  ): Promise<ReadonlyMap<string, CountsByUnit>> {
    const [people, entered] = await Promise.all([
      readPeople(this.dataSource, units),
      readEntered(this.dataSource, rounds, units),
    ]);
    const byRound = Map.groupBy(entered, ({ round_id: round }) => String(round));
    return new Map(
      rounds.map((round) => {
        const inIt = new Map((byRound.get(round) ?? []).map((row) => [row.unit_id, row]));
        const counts = [...people].map(([id, total]): [UnitId, UnitCounts] => {
          const { entered: came = 0, submitted = 0 } = inIt.get(id) ?? {};
          // The two were read one after the other: who joined in between is not more than there are.
          return [id, { total, entered: Math.min(came, total), submitted: Math.min(submitted, came, total) }];
        });
        return [round, new Map(counts)];
      }),
    );
  }
}
