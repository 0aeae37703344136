import { expect, it } from 'vitest';
import { defaultRound } from './round-defaults.js';

it('starts a round that is fair as it is: own papers, no answers while somebody may still answer', () => {
  const [first, second] = [defaultRound(1), defaultRound(2)];
  expect(first).toMatchObject({
    shuffleQuestions: true,
    shuffleOptions: true,
    answersVisible: { kind: 'on_close' },
    standingsVisible: { kind: 'on_close' },
    eligibility: { kind: 'all' },
    graceSeconds: 30,
    attemptsAllowed: 1,
    counting: 'best',
  });
  expect([first.title, second.title]).toEqual(['Vòng 1', 'Vòng 2']);
});

it('leaves to the organiser what nobody can guess: when, and which questions', () => {
  expect(defaultRound(1)).toMatchObject({ opensAt: null, closesAt: null, blueprint: [] });
});
