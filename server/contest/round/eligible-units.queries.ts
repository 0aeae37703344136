import type { Eligibility } from '../../../shared/contest/contest.schema.js';

/** SQL for the ids of the units at and below those in a `uuid[]` parameter; of every unit when it is NULL. */
export function unitsWithin(parameter: string): string {
  return `WITH RECURSIVE within AS (
      SELECT id FROM unit WHERE ${parameter}::uuid[] IS NULL OR id = ANY(${parameter}::uuid[])
      UNION SELECT unit.id FROM unit JOIN within ON unit.parent_id = within.id
    ) SELECT id FROM within`;
}

/** The units named by an eligibility; null for all there are. */
export function unitsOf(eligibility: Eligibility): readonly string[] | null {
  return eligibility.kind === 'all' ? null : eligibility.unitIds;
}
