import type { TurnoutCounts } from '../../../shared/contest/turnout.schema.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import type { UnitCounts } from './unit-progress.rules.js';

/** Everybody of a scope, added up. */
export function countsOf(byUnit: ReadonlyMap<UnitId, UnitCounts>, scope: ReadonlySet<UnitId>): TurnoutCounts {
  const sum = { total: 0, entered: 0, submitted: 0 };
  for (const id of scope) {
    const { total, entered, submitted } = byUnit.get(id) ?? { total: 0, entered: 0, submitted: 0 };
    sum.total += total;
    sum.entered += entered;
    sum.submitted += submitted;
  }
  return turnoutOf(sum);
}

export function turnoutOf({ total, entered, submitted }: UnitCounts): TurnoutCounts {
  return { total, missing: total - entered, running: entered - submitted, done: submitted };
}

/** Where a round stands that is published and was not called off. */
export function turnoutPhase({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }, now: Date) {
  if (now < opensAt) return 'upcoming';
  return now < closesAt ? 'open' : 'closed';
}
