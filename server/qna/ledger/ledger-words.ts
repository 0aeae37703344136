import type { DeclineReason } from '../../../shared/qna/inquiry.schema.js';
import type { LedgerStatistics } from '../../../shared/qna/ledger.schema.js';

export const LEDGER_LANGUAGES = ['vi', 'en'] as const;
export type LedgerLanguage = (typeof LEDGER_LANGUAGES)[number];

/** Texts of the files a ledger is taken home in. */
export type LedgerWords = {
  locale: string;
  fileName: string;
  ledger: string;
  code: string;
  madeAt: string;
  page: string;
  asked: string;
  votes: string;
  outcomes: Record<keyof LedgerStatistics['outcomes'], string>;
  declined: Record<DeclineReason, string>;
  answering: string;
  pending: string;
  approved: string;
  anonymous: string;
  hidden: string;
  answer: string;
  medianToAnswer: string;
  meanAnswer: string;
  mergedInto: (number: number) => string;
  duration: (seconds: number) => string;
  columns: Record<LedgerColumn, string>;
};
export const LEDGER_COLUMNS = [
  'number',
  'askedAt',
  'text',
  'author',
  'unit',
  'outcome',
  'reason',
  'mergedInto',
  'votes',
  'labels',
  'answeredAt',
  'answeredBy',
  'seconds',
  'answer',
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

const minutesAndRest = (seconds: number): [number, number] => [
  Math.floor(seconds / 60),
  Math.round(seconds % 60),
];

const vi: LedgerWords = {
  locale: 'vi-VN',
  fileName: 'so-cau-hoi',
  ledger: 'Sổ câu hỏi',
  code: 'Mã buổi',
  madeAt: 'Lập lúc',
  page: 'Trang',
  asked: 'Câu hỏi',
  votes: 'Lượt ủng hộ',
  outcomes: {
    onAir: 'Trả lời trực tiếp',
    inWriting: 'Trả lời bằng văn bản',
    merged: 'Gộp vào câu khác',
    declined: 'Từ chối',
    withdrawn: 'Người hỏi rút lại',
    open: 'Chưa trả lời',
  },
  declined: {
    off_topic: 'Ngoài chủ đề',
    already_answered: 'Đã được trả lời',
    unclear: 'Chưa rõ ý',
    personal: 'Việc riêng',
    impolite: 'Thiếu lịch sự',
    no_time: 'Không còn thời gian',
    other: 'Lý do khác',
  },
  answering: 'Đang trả lời',
  pending: 'Chờ duyệt',
  approved: 'Chưa trả lời',
  anonymous: 'Ẩn danh',
  hidden: 'Nội dung không công khai',
  answer: 'Trả lời',
  medianToAnswer: 'Thời gian chờ trả lời (trung vị)',
  meanAnswer: 'Thời gian trả lời trung bình',
  mergedInto: (number) => `Đã gộp vào câu ${number}`,
  duration: (seconds) => {
    const [minutes, rest] = minutesAndRest(seconds);
    return minutes === 0 ? `${rest} giây` : `${minutes} phút ${rest} giây`;
  },
  columns: {
    number: 'Số',
    askedAt: 'Hỏi lúc',
    text: 'Câu hỏi',
    author: 'Người hỏi',
    unit: 'Đơn vị',
    outcome: 'Kết quả',
    reason: 'Lý do từ chối',
    mergedInto: 'Gộp vào câu số',
    votes: 'Lượt ủng hộ',
    labels: 'Chủ đề',
    answeredAt: 'Trả lời lúc',
    answeredBy: 'Người trả lời',
    seconds: 'Thời gian trả lời (giây)',
    answer: 'Nội dung trả lời',
  },
};

const en: LedgerWords = {
  locale: 'en-GB',
  fileName: 'question-ledger',
  ledger: 'Question ledger',
  code: 'Session code',
  madeAt: 'Made',
  page: 'Page',
  asked: 'Questions',
  votes: 'Votes',
  outcomes: {
    onAir: 'Answered on air',
    inWriting: 'Answered in writing',
    merged: 'Merged into another',
    declined: 'Declined',
    withdrawn: 'Withdrawn by the author',
    open: 'Not answered yet',
  },
  declined: {
    off_topic: 'Off topic',
    already_answered: 'Answered already',
    unclear: 'Unclear',
    personal: 'A personal matter',
    impolite: 'Impolite',
    no_time: 'No time left',
    other: 'Another reason',
  },
  answering: 'Being answered',
  pending: 'Waiting for review',
  approved: 'Not answered yet',
  anonymous: 'Anonymous',
  hidden: 'Text not public',
  answer: 'Answer',
  medianToAnswer: 'Time to the answer (median)',
  meanAnswer: 'Length of an answer (mean)',
  mergedInto: (number) => `Merged into question ${number}`,
  duration: (seconds) => {
    const [minutes, rest] = minutesAndRest(seconds);
    return minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`;
  },
  columns: {
    number: 'Number',
    askedAt: 'Asked',
    text: 'Question',
    author: 'Author',
    unit: 'Unit',
    outcome: 'Outcome',
    reason: 'Reason for declining',
    mergedInto: 'Merged into number',
    votes: 'Votes',
    labels: 'Labels',
    answeredAt: 'Answered',
    answeredBy: 'Answered by',
    seconds: 'Length of the answer (s)',
    answer: 'Text of the answer',
  },
};

export const LEDGER_WORDS: Record<LedgerLanguage, LedgerWords> = { vi, en };
