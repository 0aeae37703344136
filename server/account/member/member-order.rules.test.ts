import { describe, expect, it } from 'vitest';
import { givenName, sortedByName } from './member-order.rules.js';

describe('the order of people', () => {
  it('is that of given names, then of families', () => {
    const names = [
      'Nguyễn Văn An',
      'Đỗ An',
      'Trần Bình',
      'Lê Hạ',
      'Nguyễn Hà',
      'Lê Hà',
      'Bùi Đạt',
      'Vũ Dũng',
    ];
    expect(sortedByName(names, (name) => name)).toEqual([
      'Đỗ An',
      'Nguyễn Văn An',
      'Trần Bình',
      'Vũ Dũng',
      'Bùi Đạt',
      'Lê Hà',
      'Nguyễn Hà',
      'Lê Hạ',
    ]);
  });

  it.each([
    ['Trần Thu Hà', 'Hà'],
    ['Ẩn', 'Ẩn'],
  ])('of %s goes by %s', (name, given) => {
    expect(givenName(name)).toBe(given);
  });
});
