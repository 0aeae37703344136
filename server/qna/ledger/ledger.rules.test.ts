import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DECLINE_REASONS, INQUIRY_STATES } from '../../../shared/qna/inquiry.schema.js';
import { keptBackBy, statisticsOf, type LedgerFact } from './ledger.rules.js';

const ASKED = new Date('2026-11-19T07:00:00Z');
const after = (seconds: number) => new Date(ASKED.getTime() + seconds * 1000);

function fact(changes: Partial<LedgerFact> = {}): LedgerFact {
  return {
    state: 'approved',
    answerHow: null,
    declineReason: null,
    votes: 0,
    askedAt: ASKED,
    answeredAt: null,
    answerSeconds: null,
    ...changes,
  };
}
const answered = (seconds: number, changes: Partial<LedgerFact> = {}) =>
  fact({ state: 'answered', answerHow: 'on_air', answeredAt: after(seconds), answerSeconds: 60, ...changes });

const anyFact = fc
  .record({
    state: fc.constantFrom(...INQUIRY_STATES),
    votes: fc.nat(50),
    writing: fc.boolean(),
    seconds: fc.nat(),
  })
  .chain(({ state, votes, writing, seconds }) =>
    fc.constantFrom(...DECLINE_REASONS).map((reason) =>
      fact({
        state,
        votes,
        declineReason: state === 'declined' ? reason : null,
        answerHow: state === 'answered' ? (writing ? 'in_writing' : 'on_air') : null,
        answeredAt: state === 'answered' ? after(seconds) : null,
        answerSeconds: state === 'answered' && !writing ? seconds : null,
      }),
    ),
  );

it('outcomes add up to what was asked, and reasons to what was declined', () => {
  fc.assert(
    fc.property(fc.array(anyFact), (facts) => {
      const { asked, outcomes, declinedBy } = statisticsOf(facts);
      const total = (counts: Record<string, number>) =>
        Object.values(counts).reduce((sum, one) => sum + one, 0);
      expect(total(outcomes)).toBe(asked);
      expect(asked).toBe(facts.length);
      expect(total(declinedBy)).toBe(outcomes.declined);
    }),
  );
});

it('counts support where it went', () => {
  const votes = [
    fact({ votes: 7 }),
    fact({ state: 'merged', votes: 5 }),
    fact({ state: 'declined', votes: 1 }),
  ];
  expect(statisticsOf(votes).votes).toBe(8);
});

it('says how long people waited, by the middle one, and how long answers took, on average', () => {
  const facts = [
    answered(100),
    answered(300, { answerSeconds: 120 }),
    answered(900, { answerSeconds: null }),
  ];
  expect(statisticsOf(facts)).toMatchObject({ medianSecondsToAnswer: 300, meanAnswerSeconds: 90 });
  expect(statisticsOf([answered(100), answered(300)]).medianSecondsToAnswer).toBe(200);
  expect(statisticsOf([answered(-90)]).medianSecondsToAnswer).toBe(0);
  expect(statisticsOf([fact()])).toMatchObject({ medianSecondsToAnswer: null, meanAnswerSeconds: null });
});

it('finds the middle one in whatever order people were answered', () => {
  const facts = [answered(900), answered(300), answered(20), answered(60), answered(1000)];
  for (const inAnyOrder of [facts, facts.toReversed()])
    expect(statisticsOf(inAnyOrder).medianSecondsToAnswer).toBe(300);
  expect(statisticsOf(facts.slice(0, 4)).medianSecondsToAnswer).toBe(180);
  expect(statisticsOf(facts.slice(0, 1)).medianSecondsToAnswer).toBe(900);
});

it('says what became of each question', () => {
  const facts = [
    answered(60),
    answered(60),
    answered(60, { answerHow: 'in_writing', answerSeconds: null }),
    fact({ state: 'merged' }),
    fact({ state: 'declined', declineReason: 'unclear' }),
    fact({ state: 'declined', declineReason: 'personal' }),
    // Declined first, then withdrawn by its author: it counts once.
    fact({ state: 'withdrawn', declineReason: 'personal' }),
    fact({ state: 'pending' }),
    fact({ state: 'approved' }),
    fact({ state: 'answering' }),
  ];
  const { outcomes, declinedBy } = statisticsOf(facts);
  expect(outcomes).toEqual({ onAir: 2, inWriting: 1, merged: 1, declined: 2, withdrawn: 1, open: 3 });
  expect(declinedBy).toEqual({
    off_topic: 0,
    already_answered: 0,
    unclear: 1,
    personal: 1,
    impolite: 0,
    no_time: 0,
    other: 0,
  });
});

it('lets nobody read what the room never saw', () => {
  const readable = INQUIRY_STATES.filter((state) => keptBackBy(state, 'declined') === null);
  expect(readable).toEqual(['approved', 'answering', 'answered']);
  expect(keptBackBy('merged', 'answered')).toBe(null);
  expect(keptBackBy('merged', 'pending')).toBe('pending');
  expect(keptBackBy('merged', 'declined')).toBe('declined');
  expect(keptBackBy('pending', 'pending')).toBe('pending');
  expect(keptBackBy('withdrawn', 'withdrawn')).toBe('withdrawn');
});
