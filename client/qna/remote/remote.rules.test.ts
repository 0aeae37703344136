import { expect, it } from 'vitest';
import { deskInquiryOf } from '../../../test/support/desk-inquiry.js';
import { answered, onAir } from './remote.rules.js';

const inquiry = deskInquiryOf(3, { state: 'approved', rev: 7 });

it('puts the question as it was seen on air, with the projector behind it', () => {
  expect(onAir(inquiry)).toEqual({ kind: 'answer_now', inquiryId: inquiry.id, rev: 7, follow: true });
});

it('ends the answer as it was seen, without a summary', () => {
  expect(answered(inquiry)).toEqual({ kind: 'answered', inquiryId: inquiry.id, rev: 7, text: '' });
});
