import { describe, expect, it } from 'vitest';
import { questionText } from './inquiry.schema.js';
import { deskOf, ownRoomOf, ownRoomsOf, projectorOf, roomOf } from './qna.rooms.js';
import { createQnaSession, qnaSettings, writeQnaSettings } from './session.schema.js';

const settings = {
  title: 'Đối thoại',
  description: '',
  startsAt: '2026-11-26T07:00:00.000Z',
  endsAt: null,
  moderation: 'before',
  guestsAllowed: false,
  guestsVote: true,
  maxPerPerson: null,
  slowModeSeconds: 0,
  words: [],
  labels: [],
  answerSeconds: null,
};
const [one, other] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002'];
const refusals = (parsed: ReturnType<typeof createQnaSession.safeParse>) =>
  parsed.error?.issues.map(({ message, path }) => `${message} ${path.join('.')}`) ?? [];

describe('the settings of a session', () => {
  it.each([
    ['without a planned end', null, []],
    ['that ends later', '2026-11-26T07:00:00.001Z', []],
    ['that ends as it starts', '2026-11-26T14:00:00+07:00', ['before_start endsAt']],
    ['that ends before it starts', '2026-11-26T06:59:00.000Z', ['before_start endsAt']],
  ])('%s', (_what, endsAt, codes) => {
    const created = { ...settings, endsAt, level: 'named', keyHolders: null };
    expect(refusals(createQnaSession.safeParse(created))).toEqual(codes);
    const written = writeQnaSettings.safeParse({ ...settings, endsAt, revision: 1 });
    expect(written.error?.issues.map(({ message, path }) => `${message} ${path.join('.')}`) ?? []).toEqual(
      codes,
    );
  });

  it('hold each word and each label once, as it was written first', () => {
    const texts = ['Lương', 'thưởng', 'LƯƠNG', 'Thưởng', 'luong'];
    const { words, labels } = qnaSettings.parse({ ...settings, words: texts, labels: texts });
    expect(words).toEqual(['Lương', 'thưởng', 'luong']);
    expect(labels).toEqual(['Lương', 'thưởng', 'luong']);
  });

  it('give the two keys to two people', () => {
    const held = (keyHolders: unknown) =>
      refusals(createQnaSession.safeParse({ ...settings, level: 'hidden', keyHolders }));
    expect(held([one, other])).toEqual([]);
    expect(held([one, one])).toEqual(['same_person keyHolders']);
    expect(held(null)).toEqual([]);
  });
});

it('takes for a question what people count as 3 to 300 characters and can see', () => {
  const codes = (text: string) => questionText.safeParse(text).error?.issues.map(({ message }) => message);
  expect(codes('🙂'.repeat(300))).toBeUndefined();
  expect(codes('🙂'.repeat(301))).toEqual(['too_long']);
  expect(codes('\u0301\u0301\u0301')).toEqual(['unseen']);
});

it('keeps the rooms of a session apart from each other and from those of another session', () => {
  const roomsOf = (id: string) => [
    roomOf(id),
    deskOf(id),
    projectorOf(id),
    ownRoomOf({ sessionId: id, id: 'a' }),
    ownRoomOf({ sessionId: id, id: 'b' }),
  ];
  const rooms = [...roomsOf('1'), ...roomsOf('2')];
  expect(new Set(rooms).size).toBe(rooms.length);
  expect(rooms.filter((room) => room.startsWith(ownRoomsOf('1')))).toEqual(roomsOf('1').slice(3));
  expect(
    rooms.filter((room) => room.startsWith('session:')),
    'of the platform',
  ).toEqual([]);
});
