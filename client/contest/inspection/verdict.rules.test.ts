import { describe, expect, it } from 'vitest';
import type { InspectedQuestion } from '../../../shared/contest/inspection.schema.js';
import { isInFilter, paperVerdict } from './verdict.rules.js';

const chosen: InspectedQuestion['response'] = { type: 'single_choice', choice: 'a' };
const unscored = (reason: 'late' | 'held') => ({
  response: chosen,
  receivedAt: '2026-11-30T08:00:00.000Z',
  reason,
});
const question = (of: Partial<InspectedQuestion>) => ({ credit: 0, response: chosen, unscored: null, ...of });

describe('what became of a question', () => {
  it.each([
    ['right', { credit: 1 }],
    ['partly', { credit: 0.5 }],
    ['wrong', {}],
    ['unanswered', { response: null }],
    ['late', { response: null, unscored: unscored('late') }],
    // What was answered in time counts, whatever came after it.
    ['right', { credit: 1, unscored: unscored('late') }],
    ['unanswered', { response: null, unscored: unscored('held') }],
    ['open', { credit: null }],
    ['unanswered', { credit: null, response: null }],
  ] as const)('is %s', (verdict, of) => {
    expect(paperVerdict(question(of))).toBe(verdict);
  });
});

describe('the filters', () => {
  it('"not right" leaves out full credit and what is not marked yet', () => {
    expect(isInFilter(question({}), 'wrong')).toBe(true);
    expect(isInFilter(question({ response: null }), 'wrong')).toBe(true);
    expect(isInFilter(question({ credit: 0.99 }), 'wrong')).toBe(true);
    expect(isInFilter(question({ credit: 1 }), 'wrong')).toBe(false);
    expect(isInFilter(question({ credit: null }), 'wrong')).toBe(false);
  });

  it('"late" takes what came after the time, also beside an answer that counts', () => {
    expect(isInFilter(question({ credit: 1, unscored: unscored('late') }), 'late')).toBe(true);
    expect(isInFilter(question({ unscored: unscored('held') }), 'late')).toBe(false);
    expect(isInFilter(question({}), 'late')).toBe(false);
  });
});
