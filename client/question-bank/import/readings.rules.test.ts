import { expect, it } from 'vitest';
import { decidedReadings, isDecided } from './readings.rules.js';

const NONE = { levelWords: {}, accepted: [] };
const kind = (code: string, text = '') => ({ code, count: 3, params: { text } });

it('keeps each answer beside the others, words for levels one by one', () => {
  const one = decidedReadings(NONE, kind('import.level_unknown', 'siêu khó'), { level: 'analyse' });
  const two = decidedReadings(one, kind('import.level_unknown', 'tàm tạm'), { level: 'understand' });
  const three = decidedReadings(two, kind('import.level_missing'), { level: 'recall' });
  const four = decidedReadings(three, kind('import.source_missing'), { source: 'Sách' });
  const five = decidedReadings(four, kind('csv.type_guessed'), { accept: true });
  expect(five).toEqual({
    levelWords: { 'siêu khó': 'analyse', 'tàm tạm': 'understand' },
    level: 'recall',
    source: 'Sách',
    accepted: ['csv.type_guessed'],
  });
});

it('has nothing decided at first, and something after any answer', () => {
  expect(isDecided(NONE)).toBe(false);
  for (const decided of [
    { ...NONE, level: 'recall' as const },
    { ...NONE, numbers: 'decimal' as const },
    { ...NONE, levelWords: { x: 'apply' as const } },
    { ...NONE, accepted: ['csv.type_guessed' as const] },
  ])
    expect(isDecided(decided)).toBe(true);
});
