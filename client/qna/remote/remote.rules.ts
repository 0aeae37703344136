import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId, QnaLive } from '../../../shared/qna/session.schema.js';
import type { DeskMove } from '../../../shared/qna/desk.schema.js';

/** Puts a question on air. */
export const onAir = ({ id, rev }: PublicInquiry): DeskMove => ({ kind: 'answer_now', inquiryId: id, rev });

/** Ends the answer on air. */
export const answered = ({ id, rev }: PublicInquiry): DeskMove => ({
  kind: 'answered',
  inquiryId: id,
  rev,
  text: '',
});

export type Projection = QnaLive['projection'];

/**
 * What the projector is told when a question goes on air: to follow what is being answered, so that the next one needs
 * no second press. Null when it does already.
 */
export function followOnAir(projection: Projection): Projection | null {
  return projection.inquiryId === null && !projection.blackout
    ? null
    : { ...projection, inquiryId: null, blackout: false };
}

/** Shows one question, also out of a blackout. */
export const projecting = (projection: Projection, inquiryId: InquiryId): Projection => ({
  ...projection,
  inquiryId,
  blackout: false,
});
