import { expect, it } from 'vitest';
import { unitTree } from '../../../../shared/account/account.schema.js';
import { unitChoices, withUnit } from './eligibility-tree.rules.js';

const id = (number: number) => `0198a000-0000-7000-8000-00000000000${number}`;
const unit = (number: number, parent: number | null, name: string): object => ({
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
const treeOf = (...items: object[]) => unitTree.parse({ items, next: null }).items;
const units = treeOf(
  unit(1, null, 'Hội'),
  unit(2, 1, 'Đài Hà Nội'),
  unit(3, 1, 'Báo Huế'),
  unit(4, 1, 'Chi hội cũ'),
);
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

it('leaves beside each other units of which none is above the other', () => {
  expect(withUnit(units, [station.id], paper.id)).toEqual([station.id, paper.id]);
});

it('covers units however far below the chosen one, also where the tree begins below its root', () => {
  const parts = treeOf(
    unit(5, 1, 'Ban Biên tập'),
    unit(6, 5, 'Phòng Ảnh'),
    unit(7, 6, 'Tổ 1'),
    unit(8, 1, 'Ban khác'),
  );
  const [board, , team, other] = parts;
  if (!board || !team || !other) throw new Error('the tree has four units');
  expect(unitChoices({ units: parts, chosen: [board.id], q: '' }).map(({ isCovered }) => isCovered)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(withUnit(parts, [team.id, other.id], board.id)).toEqual([other.id, board.id]);
});

it('shows a closed unit as long as it is chosen, so that it can be taken out', () => {
  const [, , , closed] = units;
  if (!closed) throw new Error('the tree has a closed unit');
  const names = unitChoices({ units, chosen: [closed.id], q: 'chi hoi' }).map((choice) => choice.unit.name);
  expect(names).toEqual(['Chi hội cũ']);
});
