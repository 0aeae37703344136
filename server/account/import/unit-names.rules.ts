import type { UnitId } from '../../../shared/kernel/ids.js';
import { searchText } from '../../../shared/kernel/text.js';
import { STEP_MARK } from './member-row.rules.js';

/** `path` runs from the root to the unit; `isOpen` false for one that was closed. */
export type NamedUnit = {
  id: UnitId;
  name: string;
  path: readonly UnitId[];
  isOpen: boolean;
  isInReach: boolean;
};

export type Meaning =
  | { unitId: UnitId }
  | {
      code: 'member.unit_unknown' | 'member.unit_ambiguous' | 'member.unit_closed' | 'member.unit_outside';
      suggestion: UnitId | null;
    };

/** Comparing takes a while, and whoever has more unknown units than these has the wrong file. */
const MAX_SUGGESTIONS = 50;

/**
 * Which unit a path means (steps folded, `›` between them): the one whose path ends so, all of it before a part. One that
 * several could be, is closed or out of reach is none; the nearest by name is suggested for one that is unknown.
 */
export function meaningOf(units: readonly NamedUnit[]): (key: string) => Meaning {
  const folded = new Map(units.map(({ id, name }) => [id, searchText(name)]));
  const byEnd = new Map<string, NamedUnit[]>();
  const whole = new Map<string, NamedUnit[]>();
  for (const unit of units) {
    const steps = unit.path.map((id) => folded.get(id) ?? '');
    add(whole, steps.join(STEP_MARK), unit);
    for (let from = 0; from < steps.length; from += 1) add(byEnd, steps.slice(from).join(STEP_MARK), unit);
  }
  let suggested = 0;
  return (key) => {
    const all = whole.get(key) ?? byEnd.get(key) ?? [];
    const open = all.filter(({ isOpen }) => isOpen);
    const own = open.filter(({ isInReach }) => isInReach);
    if (own[0] && own.length === 1) return { unitId: own[0].id };
    if (own.length > 1) return { code: 'member.unit_ambiguous', suggestion: null };
    if (open.length > 0) return { code: 'member.unit_outside', suggestion: null };
    if (all.length > 0) return { code: 'member.unit_closed', suggestion: null };
    suggested += 1;
    const suggestion = suggested > MAX_SUGGESTIONS ? null : nearest(units, folded, key);
    return { code: 'member.unit_unknown', suggestion };
  };
}

function add(map: Map<string, NamedUnit[]>, key: string, unit: NamedUnit): void {
  const before = map.get(key);
  if (before) before.push(unit);
  else map.set(key, [unit]);
}

/** The only open unit in reach that begins so, or is least unlike where that is little. */
function nearest(
  units: readonly NamedUnit[],
  folded: ReadonlyMap<UnitId, string>,
  key: string,
): UnitId | null {
  const wanted = key.split(STEP_MARK).at(-1) ?? '';
  if (wanted.length < 3) return null;
  const names = units
    .filter(({ isOpen, isInReach }) => isOpen && isInReach)
    .map(({ id }) => ({ id, name: folded.get(id) ?? '' }));
  const beginning = names.filter(({ name }) => name.startsWith(wanted) || wanted.startsWith(`${name} `));
  if (beginning[0] && beginning.length === 1) return beginning[0].id;
  const near = names
    .map(({ id, name }) => ({ id, away: distance(name, wanted) }))
    .toSorted((one, two) => one.away - two.away);
  const [best, second] = near;
  const most = Math.max(1, Math.floor(wanted.length / 4));
  return best && best.away <= most && best.away < (second?.away ?? Infinity) ? best.id : null;
}

/** Letters to change, add or leave out until one is the other. */
function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === two[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
