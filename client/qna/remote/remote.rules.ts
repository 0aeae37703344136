import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { DeskMove } from '../../../shared/qna/desk.schema.js';

/** Puts a question on air, and has the projector follow it, so that the next one needs no second press. */
export const onAir = ({ id, rev }: PublicInquiry): DeskMove => ({
  kind: 'answer_now',
  inquiryId: id,
  rev,
  follow: true,
});

/** Ends the answer on air. */
export const answered = ({ id, rev }: PublicInquiry): DeskMove => ({
  kind: 'answered',
  inquiryId: id,
  rev,
  text: '',
});
