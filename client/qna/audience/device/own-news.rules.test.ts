import { describe, expect, it } from 'vitest';
import { ownInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { newsOf, ownedOf, type NewsKind } from './own-news.rules.js';

const idOf = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

const at = '2026-11-26T07:00:00.000Z';

describe('news of one’s own question', () => {
  const own = (rev: number, ...kinds: NewsKind[]) =>
    ownInquiry.parse({
      id: idOf(1),
      rev,
      number: 1,
      text: 'Câu hỏi',
      originalText: null,
      anonymous: true,
      askedAt: at,
      state: 'pending',
      votes: 0,
      decline: null,
      mergedInto: null,
      answer: null,
      opening: null,
      steps: kinds.map((kind) => ({ kind, at })),
      can: { edit: true, withdraw: true },
    });

  it('is the newest step, told once', () => {
    expect(newsOf(own(1, 'asked'), own(2, 'asked', 'approved'))).toBe('approved');
    expect(newsOf(own(2, 'asked', 'approved'), own(2, 'asked', 'approved'))).toBe(null);
    expect(newsOf(own(3, 'asked', 'approved', 'answering'), own(2, 'asked', 'approved'))).toBe(null);
  });

  it('is told to a device that sees the question for the first time, and is none of an older copy', () => {
    expect(newsOf(undefined, own(2, 'asked', 'approved'))).toBe('approved');
    expect(newsOf(own(2, 'asked'), own(2, 'asked', 'declined'))).toBe('declined');
    expect(newsOf(own(3, 'asked'), own(2, 'asked', 'declined'))).toBe(null);
    expect(newsOf(own(1), own(2)), 'no step at all').toBe(null);
    expect(newsOf(own(1, 'asked', 'approved'), own(2, 'asked', 'approved', 'changed'))).toBe(null);
  });

  it('tells which questions of the room are one’s own, and which hold one', () => {
    const into = (nth: number, target: number) =>
      ownInquiry.parse({
        ...own(1, 'asked', 'merged'),
        id: idOf(nth),
        mergedInto: { id: idOf(target), text: 'Câu gộp', answer: null },
      });
    const owned = ownedOf([own(1, 'asked'), into(2, 3)]);
    expect([...owned].toSorted()).toEqual(
      [
        [idOf(1), 'asked'],
        [idOf(2), 'asked'],
        [idOf(3), 'merged'],
      ].toSorted(),
    );
    // Merged into another one of one's own, it is that one's, not a part of somebody else's.
    expect(ownedOf([own(1, 'asked'), into(2, 1)]).get(idOf(1))).toBe('asked');
  });

  it('is not what the author did', () => {
    expect(newsOf(own(1, 'asked'), own(2, 'asked', 'withdrawn'))).toBe(null);
    expect(newsOf(undefined, own(1, 'asked'))).toBe(null);
  });
});
