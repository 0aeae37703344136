import { expect, it } from 'vitest';
import { writeQnaSettings } from '../../../shared/qna/session.schema.js';
import { differs, freshValues, settingsOf, valuesOf } from './session-values.rules.js';

const fresh = freshValues(Date.parse('2026-11-24T07:20:00.000Z'));

it('starts a new session at a full hour that is at least an hour away', () => {
  expect(fresh.startsAt).toBe('2026-11-24T09:00:00.000Z');
});

it('makes of the fields what the server takes, and back', () => {
  const settings = writeQnaSettings.parse(
    settingsOf({ ...fresh, title: 'Gặp gỡ đầu năm', words: 'lương\n\nthưởng', labels: 'Nhà ở' }),
  );
  expect(settings.words).toEqual(['lương', 'thưởng']);
  expect(valuesOf(settings).words).toBe('lương\nthưởng');
  expect(differs(valuesOf(settings), settings)).toBe(false);
  expect(differs({ ...valuesOf(settings), words: 'lương\n\nthưởng\n' }, settings)).toBe(false);
  expect(differs({ ...valuesOf(settings), maxPerPerson: 3 }, settings)).toBe(true);
});

it('leaves what is missing for the schema to find', () => {
  const parsed = writeQnaSettings.safeParse(settingsOf({ ...fresh, startsAt: null }));
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['title', 'startsAt']);
});
