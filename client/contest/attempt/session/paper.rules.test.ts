import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperQuestion } from '../../../../shared/contest/attempt.schema.js';
import type { PendingSave } from './device-record.rules.js';
import {
  cellsOf,
  countsOf,
  lastSavedAt,
  nextOpen,
  resumePosition,
  shownQuestions,
  type DeviceKnowledge,
} from './paper.rules.js';

const yes = { type: 'true_false', value: true } as const;
const no = { type: 'true_false', value: false } as const;
const at = (seconds: number) => `2026-11-24T07:00:${String(seconds).padStart(2, '0')}.000Z`;

const question = (position: number, changes: Partial<PaperQuestion> = {}): PaperQuestion => ({
  position,
  prompt: { type: 'true_false', text: `Câu ${position}` },
  points: 5,
  response: null,
  savedAt: null,
  flagged: false,
  ...changes,
});
const nothing: DeviceKnowledge = {
  pending: [],
  flags: {},
  unread: {},
  confirmed: new Map(),
  leadingEpoch: 1,
};
const save = (epoch: number, seq: number, response: PendingSave['value']['response']) => ({
  key: `x/${epoch}/1`,
  epoch,
  seq,
  value: { position: 1, response, keptAt: 0 },
});

describe('shownQuestions', () => {
  const shown = (own: PaperQuestion, known: Partial<DeviceKnowledge>) =>
    shownQuestions([own], { ...nothing, ...known })[0];

  it('shows an unsent choice over the server’s copy, also a cleared one', () => {
    const own = question(1, { response: yes, savedAt: at(1) });
    expect(shown(own, { pending: [save(1, 2, no)] })?.response).toEqual(no);
    expect(shown(own, { pending: [save(1, 2, null)] })?.response).toBeNull();
  });

  it('shows a choice at its own question alone', () => {
    expect(shown(question(2), { pending: [save(1, 2, no)] })).toMatchObject({
      response: null,
      pending: null,
    });
  });

  it('does not apply what an older epoch had not sent', () => {
    const known = { pending: [save(1, 9, no)], leadingEpoch: 2 };
    expect(shown(question(1, { response: yes, savedAt: at(1) }), known)).toMatchObject({
      response: yes,
      pending: null,
    });
  });

  it('prefers whichever of acknowledgement and copy is newer', () => {
    const confirmed = new Map([[1, { response: no, savedAt: at(5) }]]);
    expect(shown(question(1, { response: yes, savedAt: at(4) }), { confirmed })?.response).toEqual(no);
    expect(shown(question(1, { response: yes, savedAt: at(6) }), { confirmed })?.response).toEqual(yes);
    expect(shown(question(1), { confirmed })?.response).toEqual(no);
  });

  it('shows an unsent flag over the server’s', () => {
    expect(shown(question(1, { flagged: true }), { flags: { 1: false } })?.flagged).toBe(false);
    expect(shown(question(1), { flags: { 2: true } })?.flagged).toBe(false);
  });

  it('shows the highest pair of the leading epoch, whatever the order of the queue', () => {
    const seqs = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(seqs, (numbers) => {
        const pending = numbers.map((seq) => save(1, seq, seq % 2 === 0 ? yes : no));
        const highest = Math.max(...numbers);
        expect(shown(question(1), { pending })?.pending?.seq).toBe(highest);
      }),
    );
  });
});

describe('cells and counts', () => {
  it('name the question one stands at, those without an answer and those marked', () => {
    const questions = shownQuestions(
      [question(4, { response: yes }), question(5), question(6, { flagged: true }), question(7)],
      nothing,
    );
    const cells = cellsOf(questions, 6);
    expect(cells.filter((cell) => cell.isCurrent).map((cell) => cell.position)).toEqual([6]);
    expect(countsOf(cells)).toMatchObject({ total: 4, answered: 1, open: [5, 6, 7], flagged: [6] });
  });

  it('add up for any paper', () => {
    const papers = fc.array(fc.record({ answered: fc.boolean(), flagged: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(papers, (facts) => {
        const questions = facts.map(({ answered, flagged }, index) =>
          question(index + 1, { response: answered ? yes : null, flagged }),
        );
        const counts = countsOf(cellsOf(shownQuestions(questions, nothing), 1));
        expect(counts.answered + counts.open.length).toBe(counts.total);
        expect(counts.answered).toBe(facts.filter((fact) => fact.answered).length);
        expect(counts.flagged).toHaveLength(facts.filter((fact) => fact.flagged).length);
      }),
    );
  });
});

describe('what is not an answer yet', () => {
  const refusal = { code: 'auth.required', params: {}, requestId: '' };
  const stands = (known: Partial<DeviceKnowledge>) =>
    countsOf(
      cellsOf(
        shownQuestions([question(1, { response: yes }), question(2, { response: yes })], {
          ...nothing,
          ...known,
        }),
        1,
      ),
    );

  it.each([
    ['text that is no number', { unread: { 2: '9O' } }, { answered: 1, unread: [2], refused: [] }],
    [
      'a choice the server refused',
      { pending: [{ ...save(1, 1, no), refusal }] },
      { answered: 1, unread: [], refused: [1] },
    ],
    ['a choice on its way', { pending: [save(1, 1, no)] }, { answered: 2, unread: [], refused: [] }],
  ])('%s counts as what it is', (_name, known, counts) => {
    expect(stands(known)).toMatchObject({ total: 2, open: [], ...counts });
  });
});

describe('resumePosition', () => {
  const questions = shownQuestions([question(1, { response: yes }), question(2), question(3)], nothing);

  it.each([
    [3, 3],
    [null, 2],
    [99, 2],
  ])('last visited %s: goes on at %i', (visited, position) => {
    expect(resumePosition(questions, visited)).toBe(position);
  });

  it('stands on the last question when all are answered', () => {
    expect(resumePosition(questions.slice(0, 1), null)).toBe(1);
    const answered = shownQuestions([question(1, { response: yes }), question(2, { response: no })], nothing);
    expect(resumePosition(answered, null)).toBe(2);
  });

  it('is the first of a paper that is not there yet', () => {
    expect(resumePosition([], null)).toBe(1);
  });
});

describe('nextOpen', () => {
  it.each([
    [[2, 5, 9], 4, 5],
    [[2, 5, 9], 5, 9],
    [[2, 5, 9], 9, 2],
    [[], 1, null],
  ])('of %j after %i: %s', (open, current, next) => {
    expect(nextOpen(open, current)).toBe(next);
  });
});

describe('lastSavedAt', () => {
  it('is the latest instant, however it is written', () => {
    expect(lastSavedAt([null, at(3), '2026-11-24T14:00:07.000+07:00', at(5)])).toBe(
      '2026-11-24T14:00:07.000+07:00',
    );
    expect(lastSavedAt([null])).toBeNull();
  });
});
