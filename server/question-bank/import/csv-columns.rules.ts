import { importWrongColumns } from '../../../shared/question-bank/question-import.errors.js';
import { ImportRefused } from './import-refused.rules.js';
import { excerptOf } from './import-text.rules.js';
import { foldText } from '../grading/question-text.rules.js';

/** Headings as they compare: without accents, case and punctuation. The first is the one messages show. */
const HEADINGS = {
  text: ['câu hỏi', 'nội dung', 'nội dung câu hỏi', 'đề bài', 'question', 'question text', 'text', 'stem'],
  answer: [
    'đáp án',
    'đáp án đúng',
    'câu trả lời',
    'trả lời',
    'answer',
    'answers',
    'correct answer',
    'correct',
    'key',
  ],
  type: ['loại', 'loại câu hỏi', 'dạng', 'dạng câu hỏi', 'kiểu', 'type', 'question type'],
  topic: ['chủ đề', 'chuyên đề', 'lĩnh vực', 'danh mục', 'topic', 'category', 'subject'],
  level: ['mức độ', 'mức độ nhận thức', 'độ khó', 'cấp độ', 'level', 'difficulty'],
  explanation: [
    'giải thích',
    'lời giải',
    'giải thích đáp án',
    'hướng dẫn',
    'explanation',
    'feedback',
    'rationale',
  ],
  source: ['nguồn', 'nguồn trích dẫn', 'trích dẫn', 'căn cứ', 'tài liệu', 'source', 'citation', 'reference'],
  tags: ['thẻ', 'nhãn', 'từ khóa', 'tags', 'tag', 'keywords', 'labels'],
  tolerance: ['sai số', 'dung sai', 'tolerance', 'error margin', 'margin'],
  unit: ['đơn vị', 'đơn vị tính', 'unit'],
  caseSensitive: ['phân biệt hoa thường', 'phân biệt chữ hoa', 'case sensitive'],
  accentSensitive: ['phân biệt dấu', 'accent sensitive', 'accents matter'],
} as const;

/** Columns behind these are not looked at. */
const MAX_COLUMNS = 200;

export type CsvColumn = keyof typeof HEADINGS;

/** Where each column stands; `options` are the places of A, B, … J, undefined for a letter without a column. */
export type CsvColumns = {
  places: Partial<Record<CsvColumn, number>>;
  options: (number | undefined)[];
  /** Headings that mean nothing here or repeat another. */
  ignored: string[];
};

const columnOf = new Map<string, CsvColumn>();
for (const [column, names] of Object.entries(HEADINGS)) {
  for (const name of names) if (isColumn(column)) columnOf.set(foldText(name), column);
}

/** Reads the heading line: Vietnamese or English, with or without accents, in any order. Text and answer must be there. */
export function csvColumns(headings: readonly string[]): CsvColumns {
  const columns: CsvColumns = { places: {}, options: [], ignored: [] };
  headings.slice(0, MAX_COLUMNS).forEach((heading, place) => {
    const folded = foldText(heading);
    const option = optionIndexOf(folded);
    const column = columnOf.get(folded);
    if (column !== undefined && columns.places[column] === undefined) columns.places[column] = place;
    else if (option !== null && columns.options[option] === undefined) columns.options[option] = place;
    else if (folded !== '' && !/^(?:stt|tt|no|so thu tu|cau|cau so)$/.test(folded))
      columns.ignored.push(excerptOf(heading, 60));
  });
  const missing = (['text', 'answer'] as const).filter((column) => columns.places[column] === undefined);
  if (missing.length > 0) {
    const names = missing.map((column) => HEADINGS[column][0]).join(', ');
    throw new ImportRefused(importWrongColumns, { missing: names, found: excerptOf(headings.join(', ')) });
  }
  return columns;
}

/** "A", "Phương án A", "Option 1" → 0. */
function optionIndexOf(folded: string): number | null {
  const named =
    /^(?:(?:phuong an|lua chon|dap an|cau tra loi|tra loi|option|answer|choice) )?(?:([a-j])|([1-9]|10))$/.exec(
      folded,
    );
  if (named === null) return null;
  const [, letter, number] = named;
  if (letter !== undefined) return letter.charCodeAt(0) - 97;
  return folded === number ? null : Number(number) - 1;
}

function isColumn(name: string): name is CsvColumn {
  return Object.hasOwn(HEADINGS, name);
}
