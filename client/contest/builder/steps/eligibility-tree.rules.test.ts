import { expect, it } from 'vitest';
import { unitTree } from '../../../../shared/account/account.schema.js';
import { unitChoices, withUnit } from './eligibility-tree.rules.js';

const id = (number: number) => `0198a000-0000-7000-8000-00000000000${number}`;
const unit = (number: number, parent: number | null, name: string) => ({
  id: id(number),
  name,
  parentId: parent === null ? null : id(parent),
  depth: parent === null ? 0 : 1,
  headCount: 10,
  memberCount: null,
  coordinators: [],
  closedAt: number === 4 ? '2026-01-01T00:00:00.000Z' : null,
  can: { edit: false },
});
const { items: units } = unitTree.parse({
  items: [unit(1, null, 'Hội'), unit(2, 1, 'Đài Hà Nội'), unit(3, 1, 'Báo Huế'), unit(4, 1, 'Chi hội cũ')],
  next: null,
});
const [root, station, paper] = units;
if (!root || !station || !paper) throw new Error('the tree has three open units');

it('covers the units below a chosen one', () => {
  const choices = unitChoices({ units, chosen: [root.id], q: '' });
  expect(choices.map(({ isChosen, isCovered }) => [isChosen, isCovered])).toEqual([
    [true, false],
    [false, true],
    [false, true],
  ]);
});

it('finds units without accents, and offers no closed ones', () => {
  const names = (q: string) => unitChoices({ units, chosen: [], q }).map((choice) => choice.unit.name);
  expect(names('dai ha')).toEqual(['Đài Hà Nội']);
  expect(names('chi hoi')).toEqual([]);
});

it('names a unit once: choosing one above takes those below out of the list', () => {
  expect(withUnit(units, [station.id, paper.id], root.id)).toEqual([root.id]);
  expect(withUnit(units, [station.id, paper.id], paper.id)).toEqual([station.id]);
});
