import { describe, expect, it } from 'vitest';
import { publicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { textSizeOf, upcomingOf, wantedOf } from './projector.rules.js';

const idOf = (number: number) =>
  inquiryId.parse(`0192aaaa-0000-7000-8000-${String(number).padStart(12, '0')}`);
const [one, two, three, four] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const answering = (id: typeof one) => ({ inquiryId: id, since: '2026-11-19T07:00:00.000Z', answeredBy: '' });
const projection = { inquiryId: null, blackout: false, dark: false };

const inquiry = (number: number, votes: number, changes = {}) =>
  publicInquiry.parse({
    id: idOf(number),
    rev: 1,
    text: `Câu hỏi ${number}`,
    author: null,
    askedAt: `2026-11-19T07:0${number}:00.000Z`,
    state: 'approved',
    votes,
    labels: [],
    edited: false,
    mergedCount: 0,
    answer: null,
    ...changes,
  });

describe('what the projector shows', () => {
  it.each([
    ['an invitation when nothing is chosen', { projection, now: null }, { kind: 'invitation' }],
    ['what is being answered', { projection, now: answering(one) }, { kind: 'question', inquiryId: one }],
    [
      'what the host chose rather than what is being answered',
      { projection: { ...projection, inquiryId: two }, now: answering(one) },
      { kind: 'question', inquiryId: two },
    ],
    [
      'nothing in a blackout',
      { projection: { ...projection, inquiryId: two, blackout: true }, now: answering(one) },
      { kind: 'blackout' },
    ],
  ])('is %s', (_case, live, wanted) => {
    expect(wantedOf(live)).toEqual(wanted);
  });
});

it('writes short questions at 60 and those over 140 characters at 40, evenly in between', () => {
  expect([0, 93, 100, 120, 140, 141, 300].map((length) => textSizeOf('a'.repeat(length)))).toEqual([
    60, 60, 60, 50, 40, 40, 40,
  ]);
  // Counted as people do: an emoji is one character.
  expect(textSizeOf('😀'.repeat(100))).toBe(60);
});

describe('the questions to come', () => {
  it('are the next one, then by votes, the older first; never what is on the screen or answered', () => {
    const open = [
      inquiry(1, 5),
      inquiry(2, 9),
      inquiry(3, 9, { askedAt: '2026-11-19T06:00:00.000Z' }),
      inquiry(4, 0),
      inquiry(5, 50, { state: 'answering' }),
      inquiry(6, 99),
    ];
    const upcoming = upcomingOf(open, { nextId: four, shown: [idOf(6), null] });
    expect(upcoming.map(({ id }) => id)).toEqual([four, three, two, one]);
    const turned = upcomingOf(open.toReversed(), { nextId: four, shown: [idOf(6), null] });
    expect(turned, 'in whatever order they arrive').toEqual(upcoming);
    const first = upcomingOf([inquiry(4, 0), inquiry(1, 5)], { nextId: four, shown: [] });
    expect(first.map(({ id }) => id)).toEqual([four, one]);
  });
});
