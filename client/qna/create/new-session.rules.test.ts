import { describe, expect, it } from 'vitest';
import { createQnaSession } from '../../../shared/qna/session.schema.js';
import { FRESH, isAboutMore, isPast, requestOf, type NewSessionValues } from './new-session.rules.js';

const AT = '2026-11-26T07:00:00.000Z';
const values = (changes: Partial<NewSessionValues>): NewSessionValues => ({
  ...FRESH,
  title: 'Đối thoại đầu năm',
  ...changes,
});
const parsed = (changes: Partial<NewSessionValues>, draft = false) =>
  createQnaSession.safeParse(requestOf(values(changes), draft));
const wrong = (changes: Partial<NewSessionValues>) =>
  parsed(changes).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('what is asked for', () => {
  it('is a session by name, for members, read first, that begins at once, where only a title was typed', () => {
    expect(parsed({}).data).toEqual({
      title: 'Đối thoại đầu năm',
      description: '',
      startsAt: null,
      endsAt: null,
      moderation: 'before',
      guestsAllowed: false,
      guestsVote: true,
      maxPerPerson: null,
      slowModeSeconds: 30,
      words: [],
      labels: [],
      answerSeconds: 180,
      level: 'named',
      keyHolders: null,
      draft: false,
    });
  });

  it('is anonymous without key holders by one switch, whoever was chosen before the other was turned off', () => {
    const { data } = parsed({ level: 'hidden', held: false, holders: ['a', 'b'] }, true);
    expect(data).toMatchObject({ level: 'hidden', keyHolders: null, draft: true });
  });

  it('needs both key holders where they are wanted, and a time where it is', () => {
    expect(wrong({ held: true })).toEqual(['keyHolders.0', 'keyHolders.1', 'keyHolders']);
    expect(new Set(wrong({ startsNow: false }))).toEqual(new Set(['startsAt']));
    expect(wrong({ startsNow: false, startsAt: AT })).toEqual([]);
    expect(wrong({ startsNow: false, startsAt: AT, endsAt: AT })).toEqual(['endsAt']);
  });

  it('keeps no time of those that were chosen before “now” was', () => {
    expect(parsed({ startsNow: true, startsAt: AT, endsAt: AT }).data).toMatchObject({
      startsAt: null,
      endsAt: null,
    });
  });
});

it('is past when its time is, and never when it begins at once', () => {
  const now = Date.parse(AT);
  expect(isPast(values({ startsNow: false, startsAt: AT }), now)).toBe(false);
  expect(isPast(values({ startsNow: false, startsAt: AT }), now + 1)).toBe(true);
  expect(isPast(values({ startsNow: true, startsAt: AT }), now + 1)).toBe(false);
  expect(isPast(values({ startsNow: false }), now)).toBe(false);
});

it('opens “more” where something in it is wrong, also a part of it', () => {
  for (const path of ['labels.3', 'keyHolders', 'keyHolders.1', 'description', 'words.0'])
    expect(isAboutMore({ [path]: 'x' }), path).toBe(true);
  expect(isAboutMore({ title: 'x', startsAt: 'x', endsAt: 'x' })).toBe(false);
});
