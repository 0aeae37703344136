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

  it('put those asked in the same instant in one order, whichever way they arrive', () => {
    const askedAt = '2026-11-19T07:00:00.000Z';
    const same = [3, 1, 2].map((number) => inquiry(number, { askedAt }));
    for (const list of [same, same.toReversed()]) {
      expect(order(columnsOf(list, null, new Set()).pending)).toEqual([1, 2, 3]);
      expect(order(columnsOf(list, null, new Set(['pending'])).pending)).toEqual([3, 2, 1]);
    }
  });

  it('have an answer on top that the server has not heard of yet: it is the latest', () => {
    const sending = inquiry(1, { state: 'answered', answer: null });
    const columns = columnsOf(
      [inquiry(8, { state: 'answered', answer: answeredAt(9) }), sending],
      null,
      new Set(),
    );
    expect(order(columns.answered)).toEqual([1, 8]);
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
    expect(focusAfter(column, [idOf(1), idOf(3)]), 'behind before before').toBe(idOf(2));
  });

  it('goes to the first when what left was not in the column', () => {
    expect(focusAfter(column, [idOf(9)])).toBe(idOf(1));
    expect(focusAfter([], [idOf(9)])).toBe(null);
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

  it('hints above the first of two, however the pair names them', () => {
    const columns = columnsOf([inquiry(1), inquiry(2), inquiry(3)], null, new Set());
    for (const pair of [pairOf(1, 3), pairOf(3, 1)]) {
      const rows = rowsOf('pending', columns, [pair]);
      expect(rows.map((row) => row.kind)).toEqual(['pair', 'inquiry', 'inquiry', 'inquiry']);
      expect(rows[0]).toMatchObject({ inquiry: { id: idOf(1) }, other: null });
      expect(order(inquiriesIn(rows))).toEqual([1, 3, 2]);
    }
  });

  it('quotes the other of two approved ones, which stay where their votes put them', () => {
    const columns = columnsOf(
      [7, 5, 3].map((votes, index) => inquiry(index + 1, { state: 'approved', votes })),
      null,
      new Set(),
    );
    const rows = rowsOf('approved', columns, [pairOf(3, 1)]);
    expect(rows[0]).toMatchObject({ kind: 'pair', inquiry: { id: idOf(1) }, other: { id: idOf(3) } });
    expect(order(inquiriesIn(rows))).toEqual([1, 2, 3]);
  });

  it('hints once at a pair over two columns: in the one to read first', () => {
    const columns = columnsOf([inquiry(1), inquiry(2, { state: 'approved' })], null, new Set());
    const hints = (column: (typeof COLUMNS)[number]) =>
      rowsOf(column, columns, [pairOf(2, 1)]).filter((row) => row.kind === 'pair').length;
    expect(COLUMNS.map(hints)).toEqual([1, 0, 0, 0, 0]);
  });

  it('gives every hint a key of its own, so that it is drawn as the same one', () => {
    const columns = columnsOf(
      [1, 2, 3, 4].map((number) => inquiry(number)),
      null,
      new Set(),
    );
    const keysOf = (...pairs: ReturnType<typeof pairOf>[]) =>
      rowsOf('pending', columns, pairs).flatMap((row) => (row.kind === 'pair' ? [row.key] : []));
    expect(new Set(keysOf(pairOf(1, 2), pairOf(3, 4))).size).toBe(2);
    expect(keysOf(pairOf(1, 2))).toEqual(keysOf(pairOf(1, 2), pairOf(3, 4)).slice(0, 1));
  });

  it('leaves the other hint to a question whose pair is spoken for', () => {
    const columns = columnsOf(
      [1, 2, 3, 4].map((number) => inquiry(number)),
      null,
      new Set(),
    );
    const hints = rowsOf('pending', columns, [pairOf(1, 2), pairOf(2, 3), pairOf(3, 4)]).filter(
      (row) => row.kind === 'pair',
    );
    expect(hints.map((row) => order([row.inquiry])[0])).toEqual([1, 3]);
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
  expect(meanSeconds([inquiry(1), answered(60)]), 'one that has no answer yet').toBe(60);
});
