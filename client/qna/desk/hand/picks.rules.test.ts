import { describe, expect, it } from 'vitest';
import { deskInquiryOf as inquiry, inquiryIdOf as idOf } from '../../../../test/support/desk-inquiry.js';
import { columnsOf } from './columns.rules.js';
import { noPicks, pickedNow, pickRange, pickToggle } from './picks.rules.js';

const all = columnsOf(
  [
    ...[1, 2, 3, 4].map((number) => inquiry(number)),
    inquiry(5, { state: 'approved' }),
    inquiry(6, { state: 'answered' }),
  ],
  null,
  new Set(),
);
const numbers = (ids: Iterable<string>) => [...ids].map((id) => Number(id.slice(-3)));

describe('choosing several', () => {
  it('is done one by one, and undone', () => {
    const two = pickToggle(pickToggle(noPicks, inquiry(1)), inquiry(3));
    expect(numbers(two.ids)).toEqual([1, 3]);
    expect(numbers(pickToggle(two, inquiry(1)).ids)).toEqual([3]);
    expect(pickToggle(pickToggle(noPicks, inquiry(1)), inquiry(1))).toEqual(noPicks);
  });

  it('keeps to one column: another begins anew, and only pending and approved ones can be chosen', () => {
    const picks = pickToggle(pickToggle(noPicks, inquiry(1)), inquiry(5, { state: 'approved' }));
    expect(picks).toMatchObject({ column: 'approved' });
    expect(numbers(picks.ids)).toEqual([5]);
    expect(pickToggle(picks, inquiry(6, { state: 'answered' }))).toBe(picks);
  });

  it('takes a range in either direction, as it is drawn', () => {
    const from = pickToggle(noPicks, inquiry(2));
    expect(numbers(pickRange(from, inquiry(4), all).ids)).toEqual([2, 3, 4]);
    expect(numbers(pickRange(pickToggle(noPicks, inquiry(3)), inquiry(1), all).ids).toSorted()).toEqual([
      1, 2, 3,
    ]);
    expect(numbers(pickRange(noPicks, inquiry(3), all).ids), 'from nowhere').toEqual([3]);
    const onward = pickRange(pickRange(from, inquiry(3), all), inquiry(4), all);
    expect(numbers(onward.ids)).toEqual([2, 3, 4]);
    expect(numbers(pickRange(from, inquiry(5, { state: 'approved' }), all).ids)).toEqual([5]);
  });

  it('takes no range from another column, nor from or to what is not drawn', () => {
    const other = pickToggle(noPicks, inquiry(5, { state: 'approved' }));
    expect(numbers(pickRange(other, inquiry(3), all).ids)).toEqual([3]);
    const from = pickToggle(noPicks, inquiry(2));
    expect(numbers(pickRange(from, inquiry(9), all).ids), 'to one that is not drawn').toEqual([2, 9]);
    expect(numbers(pickRange(pickToggle(noPicks, inquiry(9)), inquiry(2), all).ids)).toEqual([9, 2]);
    expect(pickRange(from, inquiry(6, { state: 'answered' }), all), 'nor to one that is handled alone').toBe(
      from,
    );
  });

  it('counts apart what somebody has taken meanwhile', () => {
    const picks = [1, 2, 3].reduce((before, number) => pickToggle(before, inquiry(number)), noPicks);
    const later = columnsOf(
      [inquiry(1, { rev: 4 }), inquiry(2, { state: 'approved' }), inquiry(3)],
      null,
      new Set(),
    );
    const now = pickedNow(picks, later);
    expect(
      pickedNow(pickToggle(picks, inquiry(3)), later).open.map(({ id }) => id),
      'not all there are',
    ).toEqual([idOf(1)]);
    expect(numbers(now.open.map(({ id }) => id))).toEqual([1, 3]);
    expect(now.open[0]?.rev, 'as it is drawn now').toBe(4);
    expect(now.taken).toBe(1);
    expect(pickedNow(noPicks, later)).toMatchObject({ open: [], taken: 0 });
    expect(now.ids.has(idOf(2))).toBe(true);
  });
});
