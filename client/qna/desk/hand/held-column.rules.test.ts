import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { deskInquiryOf as inquiry, inquiryIdOf as idOf } from '../../../../test/support/desk-inquiry.js';
import type { Row } from './columns.rules.js';
import { cardBeside, handIn, holdColumn, pinnedIn, type Holding, type OwnAct } from './held-column.rules.js';

const cardOf = (one: DeskInquiry, at: number): Row => ({
  kind: 'inquiry',
  key: one.id,
  inquiry: one,
  place: at + 1,
});
const cards = (...list: (number | DeskInquiry)[]): Row[] =>
  list.map((one, at) => cardOf(typeof one === 'number' ? inquiry(one) : one, at));
const hintOf = (one: number, other: number): Extract<Row, { kind: 'pair' }> => ({
  kind: 'pair',
  key: `${idOf(one)}+${idOf(other)}`,
  pair: { one: idOf(one), other: idOf(other), similarity: 0.8, votes: 2, voters: 2 },
  inquiry: inquiry(one),
  other: null,
});

/** What is drawn, in words: `3` a card, `(3)` the line of one that has left, `~` a hint, `_` the place of one. */
const drawn = (rows: readonly Row[]) =>
  rows
    .map((row) => {
      if (row.kind === 'gap') return '_';
      const number = String(Number(row.inquiry.id.slice(-3)));
      return { inquiry: number, gone: `(${number})`, pair: '~' }[row.kind];
    })
    .join(' ');

const own = (...acts: [number, OwnAct][]): ReadonlyMap<InquiryId, OwnAct> =>
  new Map(acts.map(([number, act]) => [idOf(number), act]));

function hold(facts: Partial<Holding> & Pick<Holding, 'before' | 'due'>) {
  const members = new Map(
    facts.due.flatMap((row) => (row.kind === 'inquiry' ? [[row.inquiry.id, row.inquiry]] : [])),
  );
  return holdColumn({ presence: null, handId: undefined, own: new Map(), members, ...facts });
}

describe('new questions', () => {
  it('wait while pointer or focus is in the column, wherever their place is, and are counted', () => {
    for (const presence of ['pointer', 'focus'] as const) {
      const held = hold({ before: cards(2, 3), due: cards(1, 2, 3, 4, 5), presence });
      expect(drawn(held.rows)).toBe('2 3');
      expect(held).toMatchObject({ waiting: 3, isAbove: true, stale: null });
    }
    expect(hold({ before: cards(1), due: cards(1, 2), presence: 'focus' })).toMatchObject({
      waiting: 1,
      isAbove: false,
    });
  });

  it('come in at their place once the column is left', () => {
    const held = hold({ before: cards(2, 3), due: cards(1, 2, 3, 4) });
    expect(drawn(held.rows)).toBe('1 2 3 4');
    expect(held).toMatchObject({ waiting: 0, stale: null });
    expect(held.rows.map((row) => row.kind === 'inquiry' && row.place)).toEqual([1, 2, 3, 4]);
  });

  it('that are let in go behind what is due before them, each in its place', () => {
    const acts = own([3, { rev: 1, by: 'key' }], [4, { rev: 1, by: 'key' }]);
    const facts = { presence: 'focus' as const, own: acts };
    expect(drawn(hold({ before: cards(1, 2, 5), due: cards(1, 2, 3, 4, 5), ...facts }).rows)).toBe(
      '1 2 3 4 5',
    );
    const hinted = hold({
      before: [...cards(1, 2), hintOf(5, 6), ...cards(5, 6)],
      due: [...cards(1, 2), hintOf(5, 6), ...cards(3, 5, 6)],
      ...facts,
    });
    expect(drawn(hinted.rows)).toBe('1 2 3 ~ 5 6');
    expect(drawn(hold({ before: cards(5), due: cards(3, 5), ...facts }).rows), 'first of all').toBe('3 5');
  });

  it('give every card its number among the cards, lines not counted', () => {
    const { rows } = hold({ before: cards(1, 2, 3), due: cards(1, 3, 4), presence: 'pointer' });
    expect(rows.map((row) => row.kind === 'inquiry' && row.place)).toEqual([1, false, 2]);
    const left = hold({ before: cards(1, 2, 3), due: cards(1, 3), presence: 'focus' }).rows;
    expect(left.map((row) => row.kind === 'inquiry' && row.place)).toEqual([1, 2]);
    const same = cards(1, 2);
    expect(hold({ before: same, due: same }).rows[0], 'a card in its place is the same row').toBe(same[0]);
  });

  it('come at once into an empty column, where they move nothing', () => {
    expect(drawn(hold({ before: [], due: cards(1, 2), presence: 'pointer' }).rows)).toBe('1 2');
    const taken = hold({ before: cards(1), due: cards(2), presence: 'pointer' });
    expect(drawn(taken.rows)).toBe('(1) 2');
  });

  it('do not wait when this desk brought them, nor when they were chosen', () => {
    const acts = own([1, { rev: 4, by: 'key' }]);
    const back = hold({
      before: cards(2, 3),
      due: cards(inquiry(1, { rev: 5 }), 2, 3),
      presence: 'focus',
      own: acts,
    });
    expect(drawn(back.rows)).toBe('1 2 3');
    const other = hold({
      before: cards(2, 3),
      due: cards(inquiry(1, { rev: 6 }), 2, 3),
      presence: 'focus',
      own: acts,
    });
    expect(drawn(other.rows), 'somebody else brought it here later').toBe('2 3');
    const chosen = hold({ before: cards(1, 3), due: cards(1, 2, 3), presence: 'focus', handId: idOf(2) });
    expect(drawn(chosen.rows)).toBe('1 2 3');
  });
});

describe('what leaves', () => {
  it('leaves its place empty under a pointer, whoever moved it by a press', () => {
    expect(drawn(hold({ before: cards(1, 2, 3), due: cards(1, 3), presence: 'pointer' }).rows)).toBe(
      '1 (2) 3',
    );
    const acts = own([2, { rev: 1, by: 'pointer' }]);
    const { rows } = hold({ before: cards(1, 2, 3), due: cards(1, 3), presence: 'pointer', own: acts });
    expect(rows[1]).toMatchObject({ kind: 'gone', by: 'own', atHand: false });
  });

  it('closes up after a key of one’s own, along with the places that were kept empty', () => {
    const before = hold({ before: cards(1, 2, 3), due: cards(1, 3), presence: 'pointer' }).rows;
    const acts = own([3, { rev: 1, by: 'key' }]);
    expect(drawn(hold({ before, due: cards(1), presence: 'pointer', own: acts }).rows)).toBe('1');
  });

  it('closes up every empty place, of a card and of a hint, and no line of a card at hand', () => {
    const taken = hold({
      before: cards(1, 2, 3, 4),
      due: cards(1, 3, 4),
      presence: 'focus',
      handId: idOf(2),
    }).rows;
    const gaps = hold({
      before: [hintOf(3, 4), ...taken],
      due: cards(1, 3, 4),
      presence: 'pointer',
      handId: idOf(2),
    }).rows;
    expect(drawn(gaps)).toBe('_ 1 (2) 3 4');
    const acts = own([4, { rev: 1, by: 'key' }]);
    const after = hold({ before: gaps, due: cards(1, 3), presence: 'pointer', handId: idOf(2), own: acts });
    expect(drawn(after.rows)).toBe('1 (2) 3');
  });

  it('does not close up for a key that moved nothing out of the column', () => {
    const before = hold({ before: cards(1, 2, 3), due: cards(1, 3), presence: 'pointer' }).rows;
    const acts = own([3, { rev: 1, by: 'key' }]);
    expect(drawn(hold({ before, due: cards(1, 3), presence: 'pointer', own: acts }).rows)).toBe('1 (2) 3');
    const moved = own([2, { rev: 9, by: 'pointer' }]);
    expect(drawn(hold({ before: cards(1, 2), due: cards(1), presence: 'pointer', own: moved }).rows)).toBe(
      '1 (2)',
    );
  });

  it('keeps no place where only the focus is, and none once the column is left', () => {
    expect(drawn(hold({ before: cards(1, 2, 3), due: cards(1, 3), presence: 'focus' }).rows)).toBe('1 3');
    const before = hold({ before: cards(1, 2, 3), due: cards(1, 3), presence: 'pointer' }).rows;
    expect(drawn(hold({ before, due: cards(1, 3), presence: 'focus' }).rows)).toBe('1 3');
    expect(drawn(hold({ before, due: cards(1, 3) }).rows)).toBe('1 3');
  });

  it('is a card again in the same place when it comes back', () => {
    const before = hold({ before: cards(1, 2, 3), due: cards(1, 3), presence: 'pointer' }).rows;
    expect(drawn(hold({ before, due: cards(1, 2, 3), presence: 'pointer' }).rows)).toBe('1 2 3');
  });

  it('stays a card when only the filter does not find it any more', () => {
    const members = new Map([inquiry(1), inquiry(2)].map((one) => [one.id, one]));
    expect(drawn(hold({ before: cards(1, 2), due: cards(1), presence: 'focus', members }).rows)).toBe('1 2');
    expect(drawn(hold({ before: cards(1, 2), due: cards(1), members, handId: idOf(2) }).rows)).toBe('1');
  });
});

describe('the card at hand', () => {
  it('becomes a line where it was when somebody else took it, in any column', () => {
    for (const presence of ['pointer', 'focus', null] as const) {
      const { rows } = hold({ before: cards(1, 2, 3), due: cards(1, 3), presence, handId: idOf(2) });
      expect(drawn(rows), String(presence)).toBe('1 (2) 3');
      expect(rows[1]).toMatchObject({ by: 'other', atHand: true });
      expect(handIn(rows, idOf(2))).toEqual({ taken: inquiry(2) });
    }
    expect(drawn(hold({ before: cards(1), due: [], handId: idOf(1) }).rows)).toBe('(1)');
    expect(drawn(hold({ before: cards(1, 2), due: cards(2, 3), handId: idOf(1) }).rows)).toBe('(1) 2 3');
  });

  it('keeps its line until another is chosen and the column is left', () => {
    const before = hold({
      before: cards(1, 2, 3),
      due: cards(1, 3),
      presence: 'focus',
      handId: idOf(2),
    }).rows;
    const still = (facts: Partial<Holding>) => drawn(hold({ before, due: cards(1, 3), ...facts }).rows);
    expect(still({ handId: idOf(2) })).toBe('1 (2) 3');
    expect(still({ handId: idOf(3), presence: 'focus' })).toBe('1 (2) 3');
    expect(still({ handId: idOf(3) })).toBe('1 3');
  });

  it('leaves no line when this desk moved it', () => {
    const acts = own([2, { rev: 1, by: 'key' }]);
    for (const presence of ['pointer', 'focus', null] as const) {
      const { rows } = hold({
        before: cards(1, 2, 3),
        due: cards(1, 3),
        presence,
        handId: idOf(2),
        own: acts,
      });
      expect(drawn(rows), String(presence)).toBe('1 3');
    }
  });

  it('is nobody’s own act any more once somebody else has changed it since', () => {
    const acts = own([2, { rev: 1, by: 'key' }]);
    const { rows } = hold({
      before: cards(1, inquiry(2, { rev: 3 })),
      due: cards(1),
      presence: 'focus',
      handId: idOf(2),
      own: acts,
    });
    expect(drawn(rows)).toBe('1 (2)');
  });
});

describe('order and hints', () => {
  it('hold still while somebody is in the column, and are said to be due', () => {
    const turned = hold({ before: cards(1, 2), due: cards(2, 1), presence: 'pointer' });
    expect(drawn(turned.rows)).toBe('1 2');
    expect(turned.stale).toBe('order');
    const hinted = hold({ before: cards(1, 2), due: [hintOf(1, 2), ...cards(1, 2)], presence: 'focus' });
    expect(drawn(hinted.rows)).toBe('1 2');
    expect(hinted.stale).toBe('hints');
    expect(drawn(hold({ before: cards(1, 2), due: [hintOf(1, 2), ...cards(2, 1)] }).rows)).toBe('~ 2 1');
  });

  it('are said to be due also when two of many changed places', () => {
    const turned = hold({ before: cards(1, 2, 3), due: cards(1, 3, 2), presence: 'focus' });
    expect([drawn(turned.rows), turned.stale]).toEqual(['1 2 3', 'order']);
    const left = hold({ before: cards(1, 2, 3), due: cards(1, 3), presence: 'pointer' });
    expect(left.stale, 'what has left is no other order').toBeNull();
    const none = hold({
      before: [hintOf(1, 2), ...cards(1, 2)],
      due: [hintOf(1, 2), ...cards(1, 2)],
      presence: 'focus',
    });
    expect(none, 'nothing is due').toMatchObject({ waiting: 0, isAbove: false, stale: null });
    expect(
      hold({ before: cards(1), due: [], presence: 'pointer' }),
      'nor in a column gone empty',
    ).toMatchObject({
      waiting: 0,
      isAbove: false,
      stale: null,
    });
  });

  it('do not move a hint under another card', () => {
    const turned = { ...hintOf(1, 2), inquiry: inquiry(2) };
    const due = [...cards(3), turned, ...cards(2, 1)];
    expect(drawn(hold({ before: [hintOf(1, 2), ...cards(1, 2, 3)], due, presence: 'pointer' }).rows)).toBe(
      '_ 1 2 3',
    );
    expect(drawn(hold({ before: [hintOf(1, 2), ...cards(1, 2, 3)], due, presence: 'focus' }).rows)).toBe(
      '1 2 3',
    );
  });

  it('keep the place of a hint that stands no more under a pointer, and give it back', () => {
    const hint = [hintOf(1, 2), ...cards(1, 2)];
    const kept = hold({ before: hint, due: cards(1, 2), presence: 'pointer' }).rows;
    expect(drawn(kept)).toBe('_ 1 2');
    expect(drawn(hold({ before: kept, due: hint, presence: 'pointer' }).rows)).toBe('~ 1 2');
    expect(drawn(hold({ before: hint, due: cards(1, 2), presence: 'focus' }).rows)).toBe('1 2');
  });
});

it('draws questions as they are now', () => {
  const changed = inquiry(1, { rev: 2, text: 'Sửa gọn' });
  const { rows } = hold({ before: cards(1), due: cards(changed), presence: 'pointer' });
  expect(handIn(rows, idOf(1))).toEqual({ card: changed });
});

describe('whatever happens', () => {
  const numbers = fc.uniqueArray(fc.nat(8), { maxLength: 9 });
  const presences = fc.constantFrom('pointer' as const, 'focus' as const);

  it('no card passes another while somebody is in the column, and none is drawn that is not there', () => {
    fc.assert(
      fc.property(numbers, numbers, presences, (was, is, presence) => {
        const { rows, waiting } = hold({ before: cards(...was), due: cards(...is), presence });
        const shown = rows.flatMap((row) => (row.kind === 'inquiry' ? [row.key] : []));
        const stay = was.map((one) => String(idOf(one))).filter((key) => shown.includes(key));
        expect(shown.slice(0, stay.length)).toEqual(stay);
        expect(shown.every((key) => is.some((one) => idOf(one) === key))).toBe(true);
        expect(shown.length + waiting).toBe(is.length);
      }),
    );
  });

  it('under a pointer a row keeps its number from the top', () => {
    fc.assert(
      fc.property(numbers, numbers, (was, is) => {
        const { rows } = hold({ before: cards(...was), due: cards(...is), presence: 'pointer' });
        expect(rows.slice(0, was.length).map(({ key }) => key)).toEqual(was.map((one) => idOf(one)));
      }),
    );
  });

  it('drawing once more changes nothing', () => {
    fc.assert(
      fc.property(
        fc.record({ was: numbers, is: numbers, presence: fc.option(presences), hand: fc.nat(8) }),
        (drawing) => {
          const facts = { due: cards(...drawing.is), presence: drawing.presence, handId: idOf(drawing.hand) };
          const once = hold({ before: cards(...drawing.was), ...facts }).rows;
          expect(drawn(hold({ before: once, ...facts }).rows)).toBe(drawn(once));
        },
      ),
    );
  });
});

describe('what the keys find', () => {
  it('is a card that is drawn, and nothing but the chosen one', () => {
    expect(handIn(cards(1, 2), idOf(2))).toEqual({ card: inquiry(2) });
    expect(handIn(cards(1, 2), idOf(9))).toBe(null);
    expect(handIn(cards(1, 2), undefined)).toBe(null);
    expect(handIn([hintOf(1, 2)], idOf(1))).toBe(null);
  });

  it('is the first when nothing was chosen, and no other while a line says that the chosen one was taken', () => {
    expect(pinnedIn(cards(1, 2), undefined)).toBe(idOf(1));
    expect(pinnedIn(cards(1, 2), idOf(2))).toBe(idOf(2));
    expect(pinnedIn(cards(1, 2), idOf(9))).toBe(idOf(1));
    const taken = hold({ before: cards(1, 2), due: cards(2), handId: idOf(1) }).rows;
    expect(pinnedIn(taken, idOf(1))).toBe(idOf(1));
    expect(pinnedIn([], idOf(1))).toBe(undefined);
    expect(pinnedIn([hintOf(1, 2), ...cards(1, 2)], undefined), 'no hint').toBe(idOf(1));
    const lines = hold({ before: cards(1, 2, 3), due: cards(2, 3), presence: 'pointer' }).rows;
    expect(pinnedIn(lines, undefined), 'nor a line').toBe(idOf(2));
  });

  it('steps from card to card, stays at the ends, and goes on from a line', () => {
    const rows = cards(1, 2, 3);
    expect(cardBeside(rows, idOf(1), 1)).toBe(idOf(2));
    expect(cardBeside(rows, idOf(2), -1)).toBe(idOf(1));
    expect(cardBeside(rows, idOf(1), -1)).toBe(idOf(1));
    expect(cardBeside(rows, idOf(3), 1)).toBe(idOf(3));
    expect(cardBeside(rows, undefined, 1)).toBe(idOf(1));
    expect(cardBeside([], undefined, 1)).toBe(null);
    const line = hold({ before: rows, due: cards(1, 3), handId: idOf(2) }).rows;
    expect(cardBeside(line, idOf(2), 1)).toBe(idOf(3));
    expect(cardBeside(line, idOf(2), -1)).toBe(idOf(1));
    const last = hold({ before: rows, due: cards(1, 2), handId: idOf(3) }).rows;
    expect(cardBeside(last, idOf(3), 1), 'nothing below the line').toBe(idOf(2));
    const first = hold({ before: rows, due: cards(2, 3), handId: idOf(1) }).rows;
    expect(cardBeside(first, idOf(1), -1), 'nothing above the line').toBe(idOf(2));
    const many = cards(1, 2, 3, 4, 5);
    const middle = hold({ before: many, due: cards(1, 2, 4, 5), handId: idOf(3) }).rows;
    expect([cardBeside(middle, idOf(3), 1), cardBeside(middle, idOf(3), -1)]).toEqual([idOf(4), idOf(2)]);
    expect(cardBeside(many, idOf(9), -1), 'of one that is not drawn').toBe(idOf(1));
    const alone = hold({ before: cards(1), due: [], handId: idOf(1) }).rows;
    expect(cardBeside(alone, idOf(1), 1), 'no card at all').toBe(null);
    expect(cardBeside([hintOf(1, 2), ...cards(1, 2)], undefined, 1), 'past hints').toBe(idOf(1));
  });
});
