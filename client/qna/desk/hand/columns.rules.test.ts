import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INQUIRY_STATES } from '../../../../shared/qna/inquiry.schema.js';
import { deskInquiryOf as inquiry, inquiryIdOf as idOf } from '../../../../test/support/desk-inquiry.js';
import { columnsOf, focusAfter, inquiriesIn, meanSeconds, rowsOf, COLUMNS } from './columns.rules.js';

const answeredAt = (hour: number) => ({
  how: 'on_air' as const,
  text: '',
  by: '',
  at: new Date(Date.UTC(2026, 10, 19, hour)).toISOString(),
  seconds: 60,
});

const order = (list: { id: string }[]) => list.map((one) => Number(one.id.slice(-3)));

describe('columns', () => {
  const asked = [
    inquiry(2),
    inquiry(1),
    inquiry(3, { state: 'approved', votes: 4 }),
    inquiry(4, { state: 'approved', votes: 9 }),
    inquiry(5, { state: 'approved', votes: 1 }),
    inquiry(6, { state: 'declined' }),
    inquiry(7, { state: 'withdrawn' }),
    inquiry(8, { state: 'answered', answer: answeredAt(9) }),
    inquiry(9, { state: 'answered', answer: answeredAt(8) }),
  ];

  it('put what was asked first on top of the pending, and the most supported among the approved behind the next', () => {
    const columns = columnsOf(asked, idOf(5), new Set());
    expect(order(columns.pending)).toEqual([1, 2]);
    expect(order(columns.approved)).toEqual([5, 4, 3]);
    expect(order(columns.answered), 'the last answer on top').toEqual([8, 9]);
    expect(order(columns.aside)).toEqual([7, 6]);
  });

  it('are turned one by one; what comes next is on top in any order', () => {
    const columns = columnsOf(asked, idOf(5), new Set(['pending', 'approved', 'answered', 'aside']));
    expect(order(columns.pending)).toEqual([2, 1]);
    expect(order(columns.approved)).toEqual([5, 3, 4]);
    expect(order(columns.answered)).toEqual([9, 8]);
    expect(order(columns.aside)).toEqual([6, 7]);
    expect(order(columnsOf(asked, null, new Set(['approved'])).pending)).toEqual([1, 2]);
  });

  it('hold every question exactly once', () => {
    const states = fc.array(fc.constantFrom(...INQUIRY_STATES), { maxLength: 40 });
    fc.assert(
      fc.property(states, (list) => {
        const all = list.map((state, index) => inquiry(index, { state }));
        const columns = columnsOf(all, null, new Set());
        const held = COLUMNS.flatMap((column) => order(columns[column]));
        expect(held.toSorted((a, b) => a - b)).toEqual(all.map((_one, index) => index));
      }),
    );
  });
});

describe('the focus after a move', () => {
  const column = [inquiry(1), inquiry(2), inquiry(3)];

  it('goes to the question behind, from the last to the one before, and nowhere when none is left', () => {
    expect(focusAfter(column, [idOf(2)])).toBe(idOf(3));
    expect(focusAfter(column, [idOf(3)])).toBe(idOf(2));
    expect(focusAfter(column, [idOf(2), idOf(3)])).toBe(idOf(1));
    expect(focusAfter([inquiry(1)], [idOf(1)])).toBe(null);
  });
});

describe('rows', () => {
  const pairOf = (one: number, other: number) => ({
    one: idOf(one),
    other: idOf(other),
    similarity: 0.8,
    votes: 12,
    voters: 10,
  });

  it('brings two close pending questions together under their hint', () => {
    const columns = columnsOf([inquiry(1), inquiry(2), inquiry(3), inquiry(4)], null, new Set());
    const rows = rowsOf('pending', columns, [pairOf(2, 4)]);
    expect(rows.map((row) => row.kind)).toEqual(['inquiry', 'pair', 'inquiry', 'inquiry', 'inquiry']);
    expect(order(inquiriesIn(rows))).toEqual([1, 2, 4, 3]);
  });

  it('quotes a question of another column, and keeps the order of votes', () => {
    const columns = columnsOf(
      [inquiry(1), inquiry(2, { state: 'approved', votes: 3 }), inquiry(3, { state: 'approved', votes: 1 })],
      null,
      new Set(),
    );
    const [hint] = rowsOf('pending', columns, [pairOf(1, 2)]);
    expect(hint).toMatchObject({ kind: 'pair', other: { id: idOf(2) } });
    expect(order(inquiriesIn(rowsOf('approved', columns, [pairOf(2, 3)])))).toEqual([2, 3]);
  });

  it('gives a question one hint, and none about what is not open any more', () => {
    const columns = columnsOf(
      [inquiry(1), inquiry(2), inquiry(3), inquiry(4, { state: 'declined' })],
      null,
      new Set(),
    );
    const rows = rowsOf('pending', columns, [pairOf(1, 2), pairOf(2, 3), pairOf(3, 4)]);
    expect(rows.filter((row) => row.kind === 'pair')).toHaveLength(1);
  });

  it('lists every question of the column once, whatever the pairs', () => {
    const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 12 });
    fc.assert(
      fc.property(pairs, (ends) => {
        const all = Array.from({ length: 10 }, (_one, index) =>
          inquiry(index, { state: index % 3 === 0 ? 'approved' : 'pending' }),
        );
        const columns = columnsOf(all, null, new Set());
        const list = ends.filter(([one, other]) => one !== other).map(([one, other]) => pairOf(one, other));
        for (const column of ['pending', 'approved'] as const) {
          const held = order(inquiriesIn(rowsOf(column, columns, list)));
          expect(held.toSorted()).toEqual(order(columns[column]).toSorted());
        }
      }),
    );
  });
});

it('averages over answers on air only', () => {
  const answer = { text: '', by: '', at: '2026-11-19T08:00:00.000Z' };
  const answered = (seconds: number | null) =>
    inquiry(1, { answer: { ...answer, how: seconds === null ? 'in_writing' : 'on_air', seconds } });
  expect(meanSeconds([answered(100), answered(null), answered(201)])).toBe(151);
  expect(meanSeconds([answered(null)])).toBe(null);
});
