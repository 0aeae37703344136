import { describe, expect, it } from 'vitest';
import { ledgerEntry, ledgerStatistics } from '../../../shared/qna/ledger.schema.js';
import { addsUp, matching, mergedCounts, outcomeOf, OUTCOMES } from './ledger.rules.js';

const idOf = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, '0')}`;
const answer = (how: 'on_air' | 'in_writing', text = '') => ({
  how,
  text,
  by: 'Nguyễn Hải Yến',
  at: '2026-11-19T07:30:00.000Z',
  seconds: null,
});
const entry = (number: number, changes = {}) =>
  ledgerEntry.parse({
    id: idOf(number),
    number,
    kept: null,
    text: `Câu hỏi ${number}`,
    author: null,
    askedAt: '2026-11-19T07:00:00.000Z',
    state: 'approved',
    votes: 0,
    labels: [],
    mergedInto: null,
    decline: null,
    answer: null,
    ...changes,
  });

const entries = [
  entry(1, { state: 'answered', answer: answer('on_air') }),
  entry(2, { state: 'answered', answer: answer('in_writing', 'Theo **Điều 5** của Luật') }),
  entry(3, { state: 'merged', mergedInto: idOf(1) }),
  entry(4, { state: 'declined', text: null, decline: 'off_topic' }),
  entry(5, { state: 'withdrawn', text: null }),
  entry(6, { state: 'pending' }),
  entry(7, {
    state: 'approved',
    author: { name: 'Đỗ Thị Hạnh', unit: 'Ban Kinh tế' },
    labels: ['Bản quyền'],
  }),
  entry(8, { state: 'answering' }),
  entry(9, { state: 'merged', mergedInto: idOf(1) }),
];

describe('the outcomes', () => {
  it('put every question in exactly one, so that they add up', () => {
    const outcomes = Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, entries.filter((one) => outcomeOf(one) === outcome).length]),
    );
    expect(outcomes).toEqual({ onAir: 1, inWriting: 1, merged: 2, declined: 1, withdrawn: 1, open: 3 });
    const statistics = ledgerStatistics.parse({
      asked: entries.length,
      outcomes,
      declinedBy: {
        off_topic: 1,
        already_answered: 0,
        unclear: 0,
        personal: 0,
        impolite: 0,
        no_time: 0,
        other: 0,
      },
      votes: 0,
      medianSecondsToAnswer: null,
      meanAnswerSeconds: null,
    });
    expect(addsUp(statistics)).toBe(true);
    expect(addsUp({ ...statistics, asked: statistics.asked + 1 })).toBe(false);
    expect(addsUp({ ...statistics, declinedBy: { ...statistics.declinedBy, other: 1 } })).toBe(false);
  });
});

it('takes an answered question for one answered on air unless it was in writing', () => {
  expect(outcomeOf({ state: 'answered', answer: null })).toBe('onAir');
  expect(outcomeOf({ state: 'answered', answer: answer('on_air') })).toBe('onAir');
  expect(outcomeOf({ state: 'answered', answer: answer('in_writing') })).toBe('inWriting');
});

describe('searching', () => {
  const found = (text: string, outcome: (typeof OUTCOMES)[number] | null = null) =>
    matching(entries, { outcome, text }).map(({ id }) => Number(id.slice(-2)));

  it('finds words of question, author, label and answer without accents, case and order', () => {
    expect(found('do thi hanh')).toEqual([7]);
    expect(found('BAN QUYEN kinh')).toEqual([7]);
    expect(found('điều luật')).toEqual([2]);
    expect(found('7 hỏi')).toEqual([7]);
  });

  it('finds by who answered, each word in one place', () => {
    expect(found('nguyen hai yen')).toEqual([1, 2]);
    expect(found('hanhban'), 'name and unit are two words').toEqual([]);
  });

  it('narrows by outcome', () => {
    expect(found('', 'merged')).toEqual([3, 9]);
    expect(found('3', 'merged')).toEqual([3]);
    expect(found('3', 'open')).toEqual([]);
  });
});

it('counts what was merged into each', () => {
  expect([...mergedCounts(entries)]).toEqual([[idOf(1), 2]]);
});
