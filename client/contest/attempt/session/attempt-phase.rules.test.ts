import { describe, expect, it } from 'vitest';
import { phaseOf, saveSignOf } from './attempt-phase.rules.js';

describe('phaseOf', () => {
  const facts = { isSubmitted: false, timeIsUp: false, leads: true, wantsToSubmit: false };

  it.each([
    [{}, 'answering'],
    [{ wantsToSubmit: true }, 'leaving'],
    [{ leads: false }, 'reading'],
    [{ leads: false, wantsToSubmit: true }, 'reading'],
    [{ timeIsUp: true }, 'closing'],
    [{ timeIsUp: true, leads: false, wantsToSubmit: true }, 'closing'],
    [{ isSubmitted: true, timeIsUp: true }, 'over'],
  ] as const)('%j: %s', (changes, phase) => {
    expect(phaseOf({ ...facts, ...changes })).toBe(phase);
  });
});

describe('saveSignOf', () => {
  const facts = {
    unsent: 0,
    refused: 0,
    isOffline: false,
    isOnDevice: true,
    isSlow: false,
    hasSaved: false,
  };

  it.each([
    [{}, 'none'],
    [{ hasSaved: true }, 'saved'],
    [{ hasSaved: true, unsent: 1 }, 'saved'],
    [{ unsent: 1, isSlow: true, hasSaved: true }, 'saving'],
    [{ unsent: 2, isSlow: true, isOffline: true, hasSaved: true }, 'kept'],
    [{ unsent: 2, isOffline: true, isOnDevice: false }, 'unkept'],
    [{ isOffline: true, hasSaved: true }, 'saved'],
    [{ isSlow: true, hasSaved: true }, 'saved'],
    [{ isSlow: true }, 'none'],
    [{ unsent: 2, refused: 1, isOffline: true }, 'refused'],
  ] as const)('%j: %s', (changes, sign) => {
    expect(saveSignOf({ ...facts, ...changes })).toBe(sign);
  });
});
