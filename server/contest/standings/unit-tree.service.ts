import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { UnitId } from '../../../shared/kernel/ids.js';
import { Clock } from '../../platform/clock.js';
import { SharedReadings } from '../../platform/kept/shared-readings.js';
import { readUnits } from './unit-tree.queries.js';
import { Units } from './unit-tree.rules.js';

/** Names change now and then: what is a second old is right enough, and read once for all who ask. */
const MAX_AGE_MS = 1_000;

/** The units of the organisation, for names that tell them apart and for sums over those below. */
@Injectable()
export class UnitTree {
  private readonly readings: SharedReadings<Units<UnitId>>;
  private revision = 0;

  constructor(
    private readonly dataSource: DataSource,
    clock: Clock,
  ) {
    this.readings = new SharedReadings({ clock, max: 1, maxAgeMs: MAX_AGE_MS });
  }

  /** With all of `asked` in it, those too that were added a moment ago. */
  async read(asked: Iterable<UnitId>): Promise<Units<UnitId>> {
    const known = await this.take();
    if (isIn(known, asked)) return known;
    this.revision += 1;
    return this.take();
  }

  private take(): Promise<Units<UnitId>> {
    return this.readings.take(
      'units',
      this.revision,
      async () => new Units(await readUnits(this.dataSource)),
    );
  }
}

function isIn(units: Units<UnitId>, asked: Iterable<UnitId>): boolean {
  for (const id of asked) if (!units.find(id)) return false;
  return true;
}
