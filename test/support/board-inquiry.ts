import { v4 } from 'uuid';
import { inquiryId } from '../../shared/qna/session.schema.js';
import type { BoardInquiry } from '../../server/qna/inquiry/change.rules.js';

/** A question on the board of a desk, shown to the room, merged with nothing and not answered. */
export function boardInquiry(changes: Partial<Omit<BoardInquiry, 'id'>> = {}): BoardInquiry {
  const id = inquiryId.parse(v4());
  return {
    id,
    rev: 1,
    state: 'approved',
    text: 'Bao giờ có phòng họp mới?',
    originalText: null,
    edited: false,
    mergedInto: null,
    rootId: id,
    labels: [],
    note: '',
    answerer: '',
    isNext: false,
    answeringSince: null,
    answerHow: null,
    answerText: '',
    answeredBy: '',
    answeredAt: null,
    answerSeconds: null,
    declineReason: null,
    declineNote: '',
    ...changes,
  };
}
