import { describe, expect, test } from 'vitest';
import { parseCsv } from './csv-import.rules.js';
import { parseGift } from './gift.rules.js';
import { fingerprint } from '../grading/question-text.rules.js';

const parse = (text: string) => parseCsv(text, { fallbackTopic: 'Chung' });
const codes = (findings: readonly { code: string }[]) => findings.map((finding) => finding.code);
/** The question of a table with one row. */
function only(heading: string, row: string) {
  const items = parse(`${heading}\n${row}`);
  expect(items.map((item) => item.errors)).toEqual([[]]);
  const question = items[0]?.question;
  if (!question) throw new Error('no question');
  return { ...question, ...question.content, warnings: codes(items[0]?.warnings ?? []) };
}

const FULL = 'STT;Chủ đề;Mức độ;Câu hỏi;A;B;C;D;Đáp án;Giải thích;Nguồn;Thẻ';
const ROW =
  '1;Hiến pháp;Thông hiểu;Quốc hội khóa I bầu năm nào?;1945;1946;1954;1976;B;Ngày 6/1/1946.;Hiến pháp 1946;quốc hội, bầu cử';

describe('headings', () => {
  test('a full Vietnamese table', () => {
    expect(only(FULL, ROW)).toMatchObject({
      topic: 'Hiến pháp',
      level: 'understand',
      tags: ['quốc hội', 'bầu cử'],
      explanation: 'Ngày 6/1/1946.',
      source: 'Hiến pháp 1946',
      prompt: { type: 'single_choice', text: 'Quốc hội khóa I bầu năm nào?' },
      solution: { credits: { b: 1 } },
      warnings: [],
    });
  });

  test.each([
    [
      'without accents',
      FULL.normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .replaceAll('Đ', 'D')
        .replaceAll('đ', 'd'),
    ],
    ['in capitals', FULL.toUpperCase()],
    [
      'in English',
      'No;Topic;Level;Question;Option A;Option B;Option C;Option D;Correct answer;Explanation;Source;Tags',
    ],
    [
      'with other words',
      'TT;chuyên đề;ĐỘ KHÓ;Nội dung câu hỏi;Phương án A;Lựa chọn B;Đáp án C;D;Đáp án đúng;Lời giải;Trích dẫn;Từ khóa',
    ],
    [
      'numbered',
      'TT;topic;difficulty;text;Option 1;Option 2;Option 3;Option 4;key;feedback;reference;keywords',
    ],
  ])('%s', (_what, heading) => {
    expect(only(heading, ROW)).toEqual(only(FULL, ROW));
  });

  test('in any order, with a byte order mark and quoted', () => {
    expect(only('\ufeff"đáp án",B,A,"câu hỏi"', 'A,hai,một,Chọn một?')).toMatchObject({
      prompt: { options: [{ id: 'a', text: 'một' }, { id: 'b', text: 'hai' }] }, // prettier-ignore
      solution: { credits: { a: 1 } },
    });
  });

  test.each(['Trường THPT Chu Văn An, Hà Nội\nĐề ôn tập;;;\n', 'ĐỀ THI HỌC KỲ I;;;\n;;;\n'])(
    'below a title',
    (title) => {
      const [item, ...others] = parse(`${title}Câu hỏi;A;B;Câu đúng\n"Một, hai?";x;y;B`);
      expect(others).toEqual([]);
      expect(item?.question?.content.solution).toEqual({ type: 'single_choice', credits: { b: 1 } });
    },
  );

  test.each(['correctAnswer', 'right_answer', 'Câu đúng'])('%s holds the answer', (heading) => {
    expect(only(`câu hỏi,A,B,${heading}`, 'Q?,x,y,B').solution).toMatchObject({ credits: { b: 1 } });
  });

  test('one that means nothing is named once', () => {
    const items = parse('câu hỏi,đáp án,ghi chú\nMột?,T,x\nHai?,F,y');
    expect(items.map((item) => codes(item.warnings).includes('csv.column_ignored'))).toEqual([true, false]);
    expect(items[0]?.warnings[0]?.params).toEqual({ line: 2, heading: 'ghi chú' });
  });
});

describe('table', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('separated by %s, with quotes and line ends in cells', (_name, mark) => {
    const text = [
      ['câu hỏi', 'A', 'B', 'đáp án'],
      [`"Ai nói ""không""${mark}\r\nvà khi nào?"`, '"A, B; C\tD"', 'x', 'A'],
    ]
      .map((cells) => cells.join(mark))
      .join('\r\n');
    const [item] = parse(text);
    expect(item?.question?.content.prompt).toMatchObject({ options: [{ text: 'A, B; C D' }, { text: 'x' }] });
    expect(item?.question?.content.prompt.text.split('\n')).toHaveLength(2);
    expect(item?.question?.content.prompt.text).toContain('"không"');
  });

  test("heeds Excel's first line with the separator, skips blank rows and counts lines as the file has them", () => {
    const items = parse('sep=;\ncâu hỏi;đáp án\n\nMột?;T\n;;\n"Hai\ndòng?";F\nBa?;T');
    expect(items.map((item) => [item.line, item.question?.content.prompt.text])).toEqual([
      [4, 'Một?'],
      [6, 'Hai\ndòng?'],
      [8, 'Ba?'],
    ]);
  });

  test('an open quote costs its own row only', () => {
    const items = parse('câu hỏi,đáp án\nMột?,T\n"Hai?,F\nBa?,T\nBốn?,F');
    expect(items.map((item) => [item.line, codes(item.errors)])).toEqual([
      [2, []],
      [3, ['csv.quote_unclosed']],
      [4, []],
      [5, []],
    ]);
  });

  test('a quotation in an unquoted cell stays', () => {
    expect(only('câu hỏi,đáp án', 'Ai nói "không có gì quý hơn"?,Bác Hồ').prompt.text).toBe(
      'Ai nói "không có gì quý hơn"?',
    );
  });
});

describe('answers', () => {
  const chosen = (answer: string, options = 'một|hai|ba|bốn') => {
    const cells = [...options.split('|'), answer].map((cell) => `"${cell}"`).join(',');
    return only('A,B,C,D,đáp án,câu hỏi', `${cells},Chọn?`).solution;
  };

  test.each([
    ['B', ['b']],
    ['b', ['b']],
    ['B.', ['b']],
    ['2', ['b']],
    ['Hai', ['b']],
    ['A,C', ['a', 'c']],
    ['a; c', ['a', 'c']],
    ['AC', ['a', 'c']],
    ['A và C', ['a', 'c']],
    ['A, B and D', ['a', 'b', 'd']],
    ['1;3', ['a', 'c']],
    ['một; ba', ['a', 'c']],
    ['A,A', ['a']],
    ['1,3', ['a', 'c']],
    ['1 và 3', ['a', 'c']],
    ['a và c', ['a', 'c']],
    ['(B)', ['b']],
    ['B. hai', ['b']],
    ['Đáp án C', ['c']],
    ['Chọn B', ['b']],
    ['A. C.', ['a', 'c']],
  ])('%j', (answer, right) => {
    const solution = chosen(answer);
    const keys =
      solution.type === 'single_choice' ? solution.credits : 'weights' in solution ? solution.weights : {};
    expect(Object.keys(keys).filter((id) => (keys[id] ?? 0) > 0)).toEqual(right);
    expect(solution.type).toBe(right.length > 1 ? 'multiple_choice' : 'single_choice');
  });

  test('the text of an option comes before its number', () => {
    expect(chosen('2', '4|3|2|1')).toEqual({ type: 'single_choice', credits: { c: 1 } });
  });

  test.each([
    { options: '3,1,2', answer: '1', right: ['b'], isAmbiguous: true },
    { options: 'B,A,C', answer: 'A', right: ['a'], isAmbiguous: true },
    { options: '1,2,3', answer: '2', right: ['b'], isAmbiguous: false },
    { options: '10,20,30', answer: '2', right: ['b'], isAmbiguous: false },
    { options: '10,20,30', answer: '20', right: ['b'], isAmbiguous: false },
    { options: '"1,3",2,1', answer: '"1,3"', right: ['a'], isAmbiguous: true },
  ])('options $options, answer $answer: two readings are told', ({ options, answer, right, isAmbiguous }) => {
    const { solution, warnings } = only('A,B,C,đáp án,câu hỏi', `${options},${answer},Chọn?`);
    const credits = 'credits' in solution ? solution.credits : {};
    expect(Object.keys(credits)).toEqual(right);
    expect(warnings.includes('csv.answer_ambiguous')).toBe(isAmbiguous);
  });

  test('of two columns for the answer the more exact heading wins, and every row says so', () => {
    const items = parse('câu hỏi,Câu trả lời,Đáp án đúng,A,B\nMột?,x,B,x,y\nHai?,x,A,x,y');
    expect(items.map(({ question }) => question?.content.solution)).toEqual([
      { type: 'single_choice', credits: { b: 1 } },
      { type: 'single_choice', credits: { a: 1 } },
    ]);
    for (const { warnings } of items)
      expect(warnings.find(({ code }) => code === 'csv.answer_column_chosen')?.params).toMatchObject({
        heading: 'Đáp án đúng',
        other: 'Câu trả lời',
      });
  });

  test('an empty column keeps the letters of the others', () => {
    expect(only('câu hỏi,A,B,C,D,đáp án', 'Chọn?,một,,ba,bốn,D')).toMatchObject({
      prompt: { options: [{ id: 'a' }, { id: 'b', text: 'ba' }, { id: 'c', text: 'bốn' }] },
      solution: { credits: { c: 1 } },
    });
  });

  test('wrong options of a multiple choice take away as much as a right one gives', () => {
    expect(chosen('A,C')).toEqual({ type: 'multiple_choice', weights: { a: 0.5, b: -0.5, c: 0.5, d: -0.5 } });
  });

  test.each([
    ['Đúng', { type: 'true_false', correct: true }],
    ['SAI', { type: 'true_false', correct: false }],
    ['false', { type: 'true_false', correct: false }],
    ['1945', { type: 'number', accepted: [{ value: 1945, tolerance: 0, credit: 1 }] }],
    ['3,5', { type: 'number', accepted: [{ value: 3.5, tolerance: 0, credit: 1 }] }],
    ['"3.14±0.01"', { type: 'number', accepted: [{ value: 3.14, tolerance: 0.01, credit: 1 }] }],
    ['10..20', { type: 'number', accepted: [{ value: 15, tolerance: 5, credit: 1 }] }],
    ['024', { type: 'short_text', accepted: [{ text: '024', credit: 1 }] }],
    ['1.234.567', { type: 'number', accepted: [{ value: 1234567, tolerance: 0, credit: 1 }] }],
    ['"1,234,567.5"', { type: 'number', accepted: [{ value: 1234567.5, tolerance: 0, credit: 1 }] }],
    ['12:30', { type: 'short_text', accepted: [{ text: '12:30', credit: 1 }] }],
    ['Bác Hồ|Hồ Chí Minh', { type: 'short_text', accepted: [{ text: 'Bác Hồ' }, { text: 'Hồ Chí Minh' }] }],
  ])('without options: %s', (answer, solution) => {
    expect(only('câu hỏi;đáp án', `Gì?;${answer}`).solution).toMatchObject(solution);
  });

  test('type, tolerance, unit and the rules of short text have columns of their own', () => {
    const heading = 'câu hỏi;loại;đáp án;sai số;đơn vị;phân biệt dấu;phân biệt hoa thường';
    expect(only(heading, 'Cao?;số;3143;0,5;m;;')).toMatchObject({
      prompt: { type: 'number', unit: 'm' },
      solution: { accepted: [{ value: 3143, tolerance: 0.5 }] },
    });
    expect(only(heading, 'Viết gì?;Trả lời ngắn;1945;;;có;không').solution).toMatchObject({
      type: 'short_text',
      accentSensitive: true,
      caseSensitive: false,
    });
    expect(only('câu hỏi,loại,A,B,đáp án', 'Q?,multiple_choice,x,y,A').solution.type).toBe('multiple_choice');
    expect(only('câu hỏi,loại,A,B,đáp án', 'Q?,Đúng/Sai,Đúng,Sai,B').solution).toMatchObject({
      correct: false,
    });
  });

  test('10.480 may be ten or ten thousand: the author is asked to look', () => {
    expect(only('câu hỏi;đáp án', 'Bao nhiêu?;10.480').warnings).toContain('import.number_ambiguous');
  });
});

test.each([
  ['Q?,,a,b,,', 'csv.answer_missing'],
  ['Q?,E,a,b,,', 'csv.answer_unknown'],
  ['Q?,"A,E",a,b,,', 'csv.answer_unknown'],
  ['Q?,khác,a,b,,', 'csv.answer_unknown'],
  ['Q?,"A,B",a,b,một lựa chọn,', 'csv.several_answers'],
  ['Q?,A,a,,,', 'import.too_few_options'],
  ['Q?,A,a,a,,', 'import.option_repeats'],
  ['Q?,x,,,tự luận,', 'csv.type_unsupported'],
  ['Q?,x,,,lạ,', 'csv.type_unknown'],
  ['Q?,x,,,số,', 'csv.answer_not_number'],
  ['Q?,x,,,đúng sai,', 'csv.answer_not_true_false'],
  [',A,a,b,,', 'import.text_missing'],
])('%s → %s with its line', (row, code) => {
  const [, item] = parse(`câu hỏi,đáp án,A,B,loại,mức độ\nTrước?,A,x,y,,\n${row}`);
  expect(item?.errors[0]).toMatchObject({ code, params: { line: 3 } });
  expect(item?.question).toBeNull();
});

test.each([
  ['nhận biết', 'recall'],
  ['NHAN BIET', 'recall'],
  ['2', 'understand'],
  ['Vận dụng', 'apply'],
  ['vận dụng cao', 'analyse'],
  ['VDC', 'analyse'],
  ['Analyse', 'analyse'],
  ['dễ', 'recall'],
  ['Trung bình', 'understand'],
  ['khó', 'apply'],
  ['Rất khó', 'analyse'],
  ['easy', 'recall'],
  ['Medium', 'understand'],
  ['HARD', 'apply'],
  ['M3', 'apply'],
  ['Mức độ 2', 'understand'],
  ['Mức 1: Nhận biết', 'recall'],
])('level %s is %s', (word, level) => {
  expect(only('câu hỏi,đáp án,mức độ', `Q?,T,${word}`).level).toBe(level);
});

test.each(['siêu khó', '5', '1 thông hiểu', 'NB/TH'])(
  'level %s is told and waits as a draft, but refuses nothing',
  (word) => {
    expect(only('câu hỏi,loại,đáp án,mức độ,nguồn', `Q?,đúng sai,T,${word},SGK`)).toMatchObject({
      level: 'recall',
      warnings: ['import.level_unknown'],
    });
  },
);

test('the same questions as GIFT and as CSV are the same', () => {
  const gift = parseGift('$CATEGORY: Luật\n\nÔng A vi phạm điều gì?{~một =hai ~ba}\n\nĐúng?{T}', {
    fallbackTopic: '',
  });
  const csv = parse(
    'câu hỏi,A,B,C,đáp án,chủ đề\nÔng A  vi phạm điều gì?,một,hai,ba,B,Luật\nĐúng?,,,,Đúng,Luật',
  );
  const prints = (items: typeof csv) =>
    items.map((item) => item.question && fingerprint(item.question.content));
  expect(prints(csv)).toEqual(prints(gift));
  expect(csv.map((item) => item.question)).toEqual(gift.map((item) => item.question));
});
