import { describe, expect, it } from 'vitest';
import { Units } from './unit-tree.rules.js';

const unit = (id: string, parentId: string | null, name: string) => ({ id, parentId, name });

const nodes = [
  unit('root', null, 'Đảng bộ'),
  unit('a', 'root', 'Cục A'),
  unit('b', 'root', 'Cục B'),
  unit('a1', 'a', 'Chi bộ 1'),
  unit('a2', 'a', 'Chi bộ 2'),
  unit('b1', 'b', 'Chi bộ 1'),
  unit('ax', 'a', 'Phòng X'),
  unit('bx', 'b', 'Phòng X'),
  unit('ax1', 'ax', 'Tổ 1'),
  unit('bx1', 'bx', 'Tổ 1'),
  unit('top', null, 'chi bộ 1'),
];
const treeOf = (list: readonly ReturnType<typeof unit>[] = nodes) => new Units(list);

describe('a label', () => {
  it.each([
    ['root', 'Đảng bộ'],
    ['a2', 'Chi bộ 2'],
    ['a1', 'Chi bộ 1, Cục A'],
    ['b1', 'Chi bộ 1, Cục B'],
    ['ax1', 'Tổ 1, Phòng X, Cục A'],
    ['bx1', 'Tổ 1, Phòng X, Cục B'],
    ['top', 'chi bộ 1'],
  ])('of %s is “%s”', (id, label) => expect(treeOf().labelOf(id)).toBe(label));

  it('goes up to the root where nothing below tells two units apart', () => {
    const alike = treeOf([
      unit('r1', null, 'Đảng bộ A'),
      unit('r2', null, 'Đảng bộ B'),
      unit('m1', 'r1', 'Chi bộ'),
      unit('m2', 'r2', 'Chi bộ'),
      unit('x1', 'm1', 'Tổ 1'),
      unit('x2', 'm2', 'Tổ 1'),
      unit('x3', 'm1', 'Tổ 1'),
    ]);
    expect(alike.labelOf('x2')).toBe('Tổ 1, Chi bộ, Đảng bộ B');
    // Two of one name in one place cannot be told apart by any path.
    expect([alike.labelOf('x1'), alike.labelOf('x3')]).toEqual(
      ['x1', 'x3'].map(() => 'Tổ 1, Chi bộ, Đảng bộ A'),
    );
  });

  it('needs no more than the unit right above, where that tells it from each of several others', () => {
    const three = treeOf([
      ...['a', 'b', 'c'].map((id) => unit(id, 'r', `Cục ${id}`)),
      ...['a', 'b', 'c'].map((id) => unit(`${id}1`, id, 'Chi bộ 1')),
      unit('r', null, 'Đảng bộ'),
    ]);
    expect(['a1', 'b1', 'c1'].map((id) => three.labelOf(id))).toEqual([
      'Chi bộ 1, Cục a',
      'Chi bộ 1, Cục b',
      'Chi bộ 1, Cục c',
    ]);
  });

  it('is different for each unit', () => {
    const units = treeOf();
    const labels = [...units.within(null)].map((id) => units.labelOf(id));
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('a tree', () => {
  it('finds a unit by its id, and what is right below it in the order given', () => {
    const units = treeOf();
    expect(units.find('ax1')).toEqual(unit('ax1', 'ax', 'Tổ 1'));
    expect(units.childrenOf('a').map(({ id }) => id)).toEqual(['a1', 'a2', 'ax']);
    expect(units.childrenOf('ax1')).toEqual([]);
  });

  it('knows nothing of a unit that is not there', () => {
    const units = treeOf();
    expect(units.find('nowhere')).toBeNull();
    expect(units.childrenOf('nowhere')).toEqual([]);
    expect(units.labelOf('nowhere')).toBe('');
  });
});

describe('within', () => {
  it('holds the units and all below them, each once', () => {
    const units = treeOf();
    expect([...units.within(['ax', 'a'])].toSorted()).toEqual(['a', 'a1', 'a2', 'ax', 'ax1']);
    expect([...units.within(['nowhere'])]).toEqual([]);
    expect(units.within(null).size).toBe(11);
  });
});

describe('above', () => {
  it('are all that stand over some units, each once, without these', () => {
    expect(
      treeOf()
        .above(new Set(['ax1', 'a1']))
        .toSorted(),
    ).toEqual(['a', 'ax', 'root']);
    expect(
      treeOf()
        .above(new Set(['ax1', 'ax', 'root']))
        .toSorted(),
    ).toEqual(['a']);
    expect(treeOf().above(new Set(['top', 'nowhere']))).toEqual([]);
  });

  it('stands the organisation', () => {
    expect(['ax1', 'root', 'top', 'nowhere'].map((id) => treeOf().rootNameOf(id))).toEqual([
      'Đảng bộ',
      'Đảng bộ',
      'chi bộ 1',
      '',
    ]);
  });
});
