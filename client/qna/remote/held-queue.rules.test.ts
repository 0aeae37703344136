import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicInquiry, type PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { deskInquiryOf } from '../../../test/support/desk-inquiry.js';
import { holdQueue, sameRows, type QueueRow } from './held-queue.rules.js';

const question = (number: number, votes = 0): PublicInquiry =>
  publicInquiry.parse(deskInquiryOf(number, { state: 'approved', votes }));
const rowsOf = (...numbers: number[]): QueueRow[] =>
  numbers.map((number) => ({ inquiry: question(number), isGone: false }));
const drawn = (rows: readonly QueueRow[]) =>
  rows.map(({ inquiry, isGone }) => (isGone ? -1 : 1) * Number(inquiry.id.slice(-3)));

describe('the queue', () => {
  it('is as it is due while no finger is in it', () => {
    expect(drawn(holdQueue(rowsOf(1, 2), [question(3), question(1)], false))).toEqual([3, 1]);
  });

  it('moves nothing under a finger: what left keeps its place, what is new comes below', () => {
    const rows = holdQueue(rowsOf(1, 2, 3), [question(4), question(3, 9), question(1)], true);
    expect(drawn(rows)).toEqual([1, -2, 3, 4]);
    expect(rows[2]?.inquiry.votes, 'as it is now').toBe(9);
  });

  it('is drawn anew only when a row is another, is as another, or has left', () => {
    const rows = rowsOf(1, 2);
    const [first, second] = rows;
    if (!first || !second) throw new Error('two rows');
    expect(sameRows(rows, [...rows])).toBe(true);
    expect(sameRows([], [])).toBe(true);
    expect(sameRows(rows, [first])).toBe(false);
    expect(sameRows([first], rows)).toBe(false);
    expect(sameRows(rows, [second, first])).toBe(false);
    expect(sameRows(rows, [first, { ...second, isGone: true }])).toBe(false);
    expect(sameRows(rows, [first, { ...second, inquiry: question(2, 5) }])).toBe(false);
  });

  it('keeps every row in its place, whatever comes and goes', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(numbers, numbers, (was, is) => {
        const rows = holdQueue(
          rowsOf(...was),
          is.map((number) => question(number)),
          true,
        );
        expect(drawn(rows).slice(0, was.length).map(Math.abs)).toEqual(was);
        expect(
          drawn(rows)
            .filter((number) => number > 0)
            .toSorted(),
        ).toEqual(is.toSorted());
      }),
    );
  });
});
