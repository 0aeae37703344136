import { describe, expect, it } from 'vitest';
import { unitId, memberId, type UnitId } from '../../../shared/kernel/ids.js';
import type { Role, Viewer } from '../../../shared/kernel/viewer.js';
import type { Eligibility } from '../../../shared/contest/contest.schema.js';
import { Units } from '../standings/unit-tree.rules.js';
import { scopeOf, scopeWithin } from './turnout-scope.rules.js';

const idOf = (number: number): UnitId =>
  unitId.parse(`0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const [root, north, south, team, other] = [idOf(1), idOf(2), idOf(3), idOf(4), idOf(5)];
const unit = (id: UnitId, parentId: UnitId | null) => ({ id, parentId, name: id });
const units = new Units<UnitId>([
  unit(root, null),
  unit(north, root),
  unit(south, root),
  unit(team, north),
  unit(other, north),
]);
const AUTHOR = '0198a000-0000-7000-8000-0000000000aa';
const viewer = (grants: [Role, UnitId | null][], id = '0198a000-0000-7000-8000-0000000000bb'): Viewer => ({
  memberId: memberId.parse(id),
  sessionId: 's',
  unitPath: [root, south],
  grants: grants.map(([role, of]) => ({ role, unitId: of })),
});
const coordinator = viewer([['coordinator', north]]);
const organiser = viewer([['organiser', null]], AUTHOR);
const asked = (...eligible: UnitId[]) => ({
  createdBy: AUTHOR,
  eligibility: (eligible.length > 0
    ? { kind: 'units', unitIds: eligible }
    : { kind: 'all' }) satisfies Eligibility,
});
const sorted = (scope: ReadonlySet<UnitId> | null) => scope && [...scope].toSorted();

describe('whose turnout somebody sees', () => {
  it('is that of all units that may enter, for who edits the contest', () => {
    expect(sorted(scopeOf(organiser, units, asked()))).toEqual([root, north, south, team, other]);
    expect(sorted(scopeOf(organiser, units, asked(north)))).toEqual([north, team, other]);
  });

  it('is, for a coordinator, that of the own unit and those below, where they may enter', () => {
    expect(sorted(scopeOf(coordinator, units, asked()))).toEqual([north, team, other]);
    expect(sorted(scopeOf(coordinator, units, asked(team, south)))).toEqual([team]);
    expect(sorted(scopeOf(coordinator, units, asked(root)))).toEqual([north, team, other]);
    expect(sorted(scopeOf(coordinator, units, asked(south)))).toEqual([]);
  });

  it('is nobody’s for a member, not even that of the own unit', () => {
    expect(sorted(scopeOf(viewer([]), units, asked()))).toEqual([]);
  });
});

describe('the turnout of one unit', () => {
  const within = (who: Viewer, at: UnitId | undefined, ...eligible: UnitId[]) =>
    sorted(scopeWithin(who, units, { ...asked(...eligible), unit: at }));

  it('is that of the whole scope when none is named', () => {
    expect(within(coordinator, undefined)).toEqual([north, team, other]);
  });

  it('is that of the unit and those below that may enter', () => {
    expect(within(coordinator, team)).toEqual([team]);
    expect(within(organiser, north)).toEqual([north, team, other]);
    expect(within(organiser, root, team)).toEqual([team]);
    expect(within(coordinator, other, team), 'looked after, but not asked in').toEqual([]);
  });

  it('is not there for who does not look after that unit, nor of a unit that is not there', () => {
    expect(within(coordinator, south)).toBeNull();
    expect(within(coordinator, root)).toBeNull();
    expect(within(viewer([]), south)).toBeNull();
    expect(within(organiser, idOf(99))).toBeNull();
  });
});
