import { expect, it } from 'vitest';
import { publicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { answered, onAir } from './remote.rules.js';

const inquiry = publicInquiry.parse({
  id: '00000000-0000-4000-8000-000000000003',
  rev: 7,
  text: 'Bao giờ có phòng họp mới?',
  author: null,
  askedAt: '2026-11-19T07:00:00.000Z',
  state: 'approved',
  votes: 12,
  labels: [],
  edited: false,
  mergedCount: 0,
  answer: null,
});

it('puts the question as it was seen on air, with the projector behind it', () => {
  expect(onAir(inquiry)).toEqual({ kind: 'answer_now', inquiryId: inquiry.id, rev: 7, follow: true });
});

it('ends the answer as it was seen, without a summary', () => {
  expect(answered(inquiry)).toEqual({ kind: 'answered', inquiryId: inquiry.id, rev: 7, text: '' });
});
