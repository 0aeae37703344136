import { expect, it } from 'vitest';
import { qnaSettings, writeQnaSettings } from '../../../shared/qna/session.schema.js';
import { differs, onTopOf, settingsOf, valuesOf, type SettingsValues } from './session-values.rules.js';

const fresh: SettingsValues = {
  title: '',
  description: '',
  startsAt: '2026-11-24T09:00:00.000Z',
  endsAt: null,
  moderation: 'before',
  guestsAllowed: false,
  guestsVote: true,
  maxPerPerson: null,
  slowModeSeconds: 30,
  words: '',
  labels: '',
  answerSeconds: 180,
};

it('makes of the fields what the server takes, and back', () => {
  const settings = qnaSettings.parse(
    settingsOf({ ...fresh, title: 'Gặp gỡ đầu năm', words: 'lương\n\nthưởng', labels: 'Nhà ở' }),
  );
  expect(settings.words).toEqual(['lương', 'thưởng']);
  expect(valuesOf(settings).words).toBe('lương\nthưởng');
  expect(differs(valuesOf(settings), settings)).toBe(false);
  expect(differs({ ...valuesOf(settings), words: 'lương\n\nthưởng\n' }, settings)).toBe(false);
  expect(differs({ ...valuesOf(settings), maxPerPerson: 3 }, settings)).toBe(true);
});

it('leaves what is missing for the schema to find', () => {
  const parsed = writeQnaSettings.safeParse({ ...settingsOf({ ...fresh, startsAt: null }), revision: 1 });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['title', 'startsAt']);
});

it('puts what was changed here on top of what somebody else saved, and takes the rest from them', () => {
  const base = qnaSettings.parse({
    ...settingsOf(fresh),
    title: 'Gặp gỡ',
    words: ['lương', 'thưởng'],
    labels: ['Nhà ở'],
  });
  const theirs = {
    ...base,
    title: 'Gặp gỡ đầu năm',
    slowModeSeconds: 60,
    words: ['lương', 'thưởng', 'phạt'],
  };
  const mine = { ...valuesOf(base), slowModeSeconds: 0, endsAt: base.startsAt, words: 'thưởng\nkỷ luật' };
  expect(settingsOf(onTopOf(theirs, mine, base))).toEqual({
    ...theirs,
    slowModeSeconds: 0,
    endsAt: base.startsAt,
    words: ['thưởng', 'phạt', 'kỷ luật'],
  });
  expect(onTopOf(theirs, valuesOf(base), base)).toEqual(valuesOf(theirs));
});
