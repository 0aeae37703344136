import { deskInquiry, type DeskInquiry } from '../../shared/qna/inquiry.schema.js';
import { inquiryId } from '../../shared/qna/session.schema.js';

/** The id of the question numbered so. */
export const inquiryIdOf = (number: number) =>
  inquiryId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** A pending, anonymous question without votes, asked at minute `number`; what matters to a test is in `facts`. */
export const deskInquiryOf = (number: number, facts: Partial<DeskInquiry> = {}): DeskInquiry => ({
  ...deskInquiry.parse({
    id: inquiryIdOf(number),
    rev: 1,
    text: `Câu ${number}`,
    author: null,
    authorId: null,
    askedAt: new Date(Date.UTC(2026, 10, 19, 7, number)).toISOString(),
    state: 'pending',
    votes: 0,
    labels: [],
    edited: false,
    mergedCount: 0,
    answer: null,
    flagged: [],
    originalText: null,
    decline: null,
    mergedInto: null,
    note: '',
    answerer: '',
  }),
  ...facts,
});
