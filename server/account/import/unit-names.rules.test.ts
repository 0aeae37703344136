import { describe, expect, it } from 'vitest';
import { unitId } from '../../../shared/kernel/ids.js';
import { unitKeyOf } from './member-row.rules.js';
import { meaningOf, type NamedUnit } from './unit-names.rules.js';

const id = (digit: number) => unitId.parse(`0190a000-0000-7000-8000-00000000000${digit}`);
type Known = [digit: number, name: string, above: readonly number[], traits?: Partial<NamedUnit>];
const unit = (...[digit, name, above, traits = {}]: Known): NamedUnit => ({
  id: id(digit),
  name,
  path: [...above.map(id), id(digit)],
  isOpen: true,
  isInReach: true,
  ...traits,
});

const units = [
  unit(1, 'Tỉnh', []),
  unit(2, 'Ban Kinh tế', [1]),
  unit(3, 'Tổ Đầu tư công', [1, 2]),
  unit(4, 'Khối Bắc', [1]),
  unit(5, 'Chi bộ 1', [1, 4]),
  unit(6, 'Khối Nam', [1], { isInReach: false }),
  unit(7, 'Chi bộ 1', [1, 6], { isInReach: false }),
  unit(8, 'Chi bộ cũ', [1], { isOpen: false }),
  unit(9, 'Chi bộ 1', [1]),
];
const meaning = (path: string) => meaningOf(units)(unitKeyOf(path));

describe('the unit that a path means', () => {
  it.each([
    ['Ban Kinh tế › Tổ Đầu tư công', 3],
    ['tỉnh > ban kinh tế > tổ đầu tư công', 3],
    ['TO DAU TU CONG', 3],
    ['Ban Kinh tế / Tổ Đầu tư công', 3],
    ['Khối Bắc » Chi bộ 1', 5],
    // All of a path before a part of another.
    ['Tỉnh › Chi bộ 1', 9],
  ])('is found for %s', (path, digit) => {
    expect(meaning(path)).toEqual({ unitId: id(digit) });
  });

  it.each([
    ['Chi bộ 1', 'member.unit_ambiguous', null],
    ['Khối Nam › Chi bộ 1', 'member.unit_outside', null],
    ['Chi bộ cũ', 'member.unit_closed', null],
    ['Tổ Đầu tư', 'member.unit_unknown', 3],
    ['Ban Kinh te^', 'member.unit_unknown', 2],
    ['Ban Kinh tế › Tổ Đầu tư công cộng', 'member.unit_unknown', 3],
    ['Ban Thể thao và Du lịch', 'member.unit_unknown', null],
    ['To', 'member.unit_unknown', null],
  ])('is none for %s', (path, code, near) => {
    expect(meaning(path)).toEqual({ code, suggestion: near === null ? null : id(near) });
  });

  it('is not looked for without end: a file of unknown names is the wrong file', () => {
    const of = meaningOf(units);
    const all = Array.from({ length: 60 }, (_, at) => of(unitKeyOf(`Tổ Đầu tư côn${at}`)));
    expect(all.at(-1)).toEqual({ code: 'member.unit_unknown', suggestion: null });
  });
});
