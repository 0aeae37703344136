import { foldText } from '../grading/question-text.rules.js';

/** What a column is called. Of two columns for one thing the name that stands first here is the more exact one. */
export const HEADINGS = {
  text: [
    ...['nội dung câu hỏi', 'câu hỏi', 'question text', 'question', 'question title', 'question stem'],
    ...['đề bài', 'nội dung', 'stem', 'prompt', 'text', 'hỏi'],
  ],
  answer: [
    ...[
      'đáp án đúng',
      'câu trả lời đúng',
      'phương án đúng',
      'trả lời đúng',
      'lựa chọn đúng',
      'câu đúng',
      'ý đúng',
    ],
    ...[
      'đáp án chính xác',
      'correct answer',
      'correct answers',
      'right answer',
      'right answers',
      'correct option',
    ],
    ...[
      'correct options',
      'correct choice',
      'answer key',
      'correct',
      'key',
      'đáp án',
      'đa',
      'answer',
      'ans',
      'đúng',
    ],
    ...['solution', 'kết quả', 'câu trả lời', 'trả lời', 'answers', 'response'],
  ],
  type: ['loại câu hỏi', 'dạng câu hỏi', 'kiểu câu hỏi', 'loại', 'dạng', 'kiểu', 'question type', 'type'],
  topic: ['chủ đề', 'chuyên đề', 'lĩnh vực', 'danh mục', 'topic', 'category', 'subject'],
  level: [
    ...['mức độ nhận thức', 'mức độ', 'cấp độ', 'mức', 'độ khó', 'cognitive level', 'level'],
    ...['difficulty', 'difficulty level'],
  ],
  explanation: [
    ...['giải thích đáp án', 'giải thích', 'lời giải', 'hướng dẫn giải', 'hướng dẫn', 'answer explanation'],
    ...['explanation', 'rationale', 'feedback', 'general feedback'],
  ],
  source: [
    ...[
      'nguồn trích dẫn',
      'nguồn',
      'trích dẫn',
      'căn cứ',
      'tài liệu',
      'nguồn tài liệu',
      'tài liệu tham khảo',
    ],
    ...['source', 'citation', 'reference'],
  ],
  tags: ['thẻ', 'nhãn', 'từ khóa', 'tags', 'tag', 'keywords', 'labels'],
  tolerance: ['sai số', 'dung sai', 'tolerance', 'error margin', 'margin'],
  unit: ['đơn vị tính', 'đơn vị', 'unit'],
  caseSensitive: ['phân biệt hoa thường', 'phân biệt chữ hoa', 'case sensitive'],
  accentSensitive: ['phân biệt dấu', 'accent sensitive', 'accents matter'],
  weights: ['phần điểm', 'trọng số', 'shares', 'share of points', 'weights', 'weight'],
  spacing: ['khoảng trắng', 'spacing', 'spaces'],
  state: ['trạng thái', 'tình trạng', 'state', 'status', 'review state'],
} as const;
export type CsvColumn = keyof typeof HEADINGS;

/** `rank` 0 is the most exact name of its column; a `word` with a running mark may be an option's. */
export type Heading =
  | { kind: 'column'; column: CsvColumn; rank: number }
  | { kind: 'option' | 'word'; word: string; number: number; isLetter: boolean }
  | { kind: 'wrong' }
  | { kind: 'silent' }
  | { kind: 'unknown' };

const columnOf = new Map<string, { column: CsvColumn; rank: number }>();
for (const [column, names] of Object.entries(HEADINGS)) {
  names.forEach((name, rank) => isColumn(column) && columnOf.set(compact(name), { column, rank }));
}

const OPTION_WORDS = [
  ...[
    'phuongan',
    'luachon',
    'dapan',
    'cautraloi',
    'traloi',
    'noidungphuongan',
    'noidungdapan',
    'noidungluachon',
  ],
  ...[
    'option',
    'opt',
    'choice',
    'answer',
    'answeroption',
    'answerchoice',
    'ans',
    'alternative',
    'response',
    'pa',
    'da',
    'y',
  ],
].join('|');
const OPTION = new RegExp(
  `^(?:(?:${OPTION_WORDS})(?:so|thu|number|no)?)?(?:([a-j])|0?(\\d|1\\d))(?:text|content|noidung)?$`,
);
const WRONG =
  /^(?:(?:dapan|phuongan|cautraloi|traloi|luachon|y|cau)(?:sai|nhieu)|(?:incorrect|wrong)(?:answers?|options?|choices?)?|distractors?)(?:[a-j]|\d{1,2})?$/;
/** Columns with these words and a number come in rows, too, but are no options. */
const NO_OPTION =
  /^(?:hinh|anh|image|picture|img|video|audio|ghichu|note|link|url|tag|the|tu|hint|goiy|feedback|giaithich|phanhoi|column|cot|diem|score|point|weight|fraction)/;

/** Reads a heading by its letters and digits alone: with or without accents, capitals, spaces, and what is added in brackets. */
export function headingOf(heading: string): Heading {
  const names = [
    heading,
    heading.replace(/\([^)]{2,}\)|\[[^\]]{2,}\]/g, ''),
    heading.split(/\s[-–—]\s|:|\n/, 1)[0] ?? '',
  ];
  const readings = names.map((name) => readingOf(compact(name)));
  return (
    readings.find(({ kind }) => kind !== 'unknown' && kind !== 'word') ?? readings[0] ?? { kind: 'unknown' }
  );
}

function readingOf(name: string): Heading {
  if (name === '' || /^(?:stt|tt|no|sothutu|cau|causo|id|ma|macau|macauhoi)$/.test(name))
    return { kind: 'silent' };
  const column = columnOf.get(name);
  if (column) return { kind: 'column', ...column };
  if (WRONG.test(name)) return { kind: 'wrong' };
  const option = OPTION.exec(name);
  const running = option ?? /^[\p{L}]{2,24}(?:([a-j])|0?(\d|1\d))$/u.exec(name);
  if (!running || (!option && NO_OPTION.test(name))) return { kind: 'unknown' };
  const [, letter, digits] = running;
  const isLetter = letter !== undefined;
  const number = isLetter ? letter.charCodeAt(0) - 96 : Number(digits);
  const mark = name.lastIndexOf(letter ?? digits ?? '');
  const word = name.slice(0, mark);
  // A number alone may count anything.
  return { kind: option && (isLetter || word !== '') ? 'option' : 'word', word, number, isLetter };
}

function compact(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

function isColumn(name: string): name is CsvColumn {
  return Object.hasOwn(HEADINGS, name);
}
