import { expect, it } from 'vitest';
import type { DeskRole } from '../../../../shared/qna/session.schema.js';
import { mayMove, moveInto, roleMoves } from './desk-may.rules.js';

const pending = { state: 'pending' } as const;
const approved = { state: 'approved' } as const;
const answering = { state: 'answering' } as const;

it('offers each role its own moves', () => {
  const may = (role: DeskRole) => [
    mayMove(role, 'approve', pending),
    mayMove(role, 'answer_now', approved),
    mayMove(role, 'answer_in_writing', approved),
    mayMove(role, 'return', answering),
    roleMoves(role, 'note'),
  ];
  expect(may('triage')).toEqual([true, false, false, false, false]);
  expect(may('scribe')).toEqual([false, false, true, false, true]);
  expect(may('host')).toEqual([true, true, true, true, true]);
});

it('has on a role’s screen what it does with some questions, if not with all', () => {
  expect((['triage', 'scribe', 'host'] as const).map((role) => roleMoves(role, 'return'))).toEqual([
    true,
    false,
    true,
  ]);
  expect(roleMoves('scribe', 'answered')).toBe(true);
  expect(roleMoves('triage', 'answer_now')).toBe(false);
});

it('lets the reviewer send back only what was declined', () => {
  expect(mayMove('triage', 'return', { state: 'declined' })).toBe(true);
  expect(mayMove('triage', 'return', { state: 'answered' })).toBe(false);
});

const drags = [
  [pending, 'approved', 'host', 'approve'],
  [pending, 'answering', 'host', 'answer_now'],
  [pending, 'answering', 'triage', null],
  [pending, 'aside', 'triage', 'decline'],
  [approved, 'answering', 'host', 'answer_now'],
  [approved, 'answering', 'triage', null],
  [approved, 'answered', 'scribe', 'answer_in_writing'],
  [answering, 'answered', 'host', 'answered'],
  [answering, 'approved', 'host', 'return'],
  [{ state: 'declined' }, 'pending', 'triage', 'return'],
  [{ state: 'declined' }, 'approved', 'host', null],
  [{ state: 'withdrawn' }, 'approved', 'host', null],
  [{ state: 'answered' }, 'answered', 'host', null],
  [{ state: 'answered' }, 'answered', 'scribe', null],
  [{ state: 'answered' }, 'approved', 'host', 'return'],
  [answering, 'pending', 'host', null],
  [{ state: 'answered' }, 'pending', 'host', null],
  [{ state: 'answered' }, 'aside', 'host', null],
] as const;

it.each(drags)('drags %j to %s as %s: %s', (...[inquiry, column, role, move]) => {
  expect(moveInto(column, inquiry, role)).toBe(move);
});
