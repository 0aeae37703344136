import { v4 } from 'uuid';
import type { DeclineReason, InquiryState } from '../../shared/qna/inquiry.schema.js';
import { inquiryId, type InquiryId } from '../../shared/qna/session.schema.js';

/** What the server's rules know of a question on the board of a desk. */
type BoardFacts = {
  rev: number;
  state: InquiryState;
  text: string;
  originalText: string | null;
  edited: boolean;
  mergedInto: InquiryId | null;
  rootId: InquiryId;
  labels: string[];
  note: string;
  answerer: string;
  isNext: boolean;
  answeringSince: Date | null;
  answerHow: 'on_air' | 'in_writing' | null;
  answerText: string;
  answeredBy: string;
  answeredAt: Date | null;
  answerSeconds: number | null;
  declineReason: DeclineReason | null;
  declineNote: string;
};

/** A question on the board, shown to the room, merged with nothing and not answered. */
export function boardInquiry(changes: Partial<BoardFacts> = {}): BoardFacts & { id: InquiryId } {
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
