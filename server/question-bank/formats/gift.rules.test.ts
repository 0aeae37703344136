import { describe, expect, test } from 'vitest';
import { gradeResponse } from '../grading/grading.rules.js';
import { parseGift } from './gift.rules.js';

const parse = (text: string) => parseGift(text, { fallbackTopic: 'Chung' });
const codes = (findings: readonly { code: string }[]) => findings.map((finding) => finding.code);
/** The only question of a text. */
function only(text: string) {
  const items = parse(text);
  expect(items.map((item) => item.errors)).toEqual([[]]);
  const question = items[0]?.question;
  if (!question) throw new Error('no question');
  return { ...question, ...question.content, warnings: codes(items[0]?.warnings ?? []) };
}
function optionsOf(text: string) {
  const { prompt } = only(text);
  return 'options' in prompt ? prompt.options.map((option) => option.text) : [];
}

describe('single choice', () => {
  test('takes text, options, key, title and general feedback', () => {
    const question = only(`::Q1:: Bác Hồ đọc Tuyên ngôn Độc lập ở đâu? {
      =Quảng trường Ba Đình
      ~Bến Nhà Rồng
      ~Pác Bó
      ####Ngày 2/9/1945, tại Hà Nội.
    }`);
    expect(question.prompt).toEqual({
      type: 'single_choice',
      text: 'Bác Hồ đọc Tuyên ngôn Độc lập ở đâu?',
      options: [
        { id: 'a', text: 'Quảng trường Ba Đình' },
        { id: 'b', text: 'Bến Nhà Rồng' },
        { id: 'c', text: 'Pác Bó' },
      ],
    });
    expect(question.solution).toEqual({ type: 'single_choice', credits: { a: 1 } });
    expect(question.explanation).toBe('Ngày 2/9/1945, tại Hà Nội.');
  });

  test('gives part of the points by weight and says when a deduction is left out', () => {
    const question = only('Khó{~%50%gần đúng =đúng ~%33.33333%xa ~%-25%sai}');
    expect(question.solution).toEqual({ type: 'single_choice', credits: { a: 0.5, b: 1, c: 0.3333333 } });
    expect(question.warnings).toContain('gift.negative_weight_ignored');
  });

  test('adds the feedback of single answers to the explanation', () => {
    const question = only('Năm nào?{~1944#sớm một năm =1945#chính xác ~1946 ####Xem bài 16.}');
    expect(question.explanation).toBe('Xem bài 16.\n1944: sớm một năm\n1945: chính xác');
  });

  test('fits on one line, with marks right behind the braces', () => {
    expect(optionsOf('Q{=a~b~c}')).toEqual(['a', 'b', 'c']);
  });
});

describe('multiple choice', () => {
  test('comes from weights alone', () => {
    const question = only('Hai thành phố nào?{~%50%Hà Nội ~%50%Huế ~%-100%Paris ~%-100%Roma}');
    expect(question.prompt.type).toBe('multiple_choice');
    expect(question.solution).toEqual({ type: 'multiple_choice', weights: { a: 0.5, b: 0.5, c: -1, d: -1 } });
    expect(question.warnings).not.toContain('gift.wrong_options_free');
  });

  test('three thirds are the whole', () => {
    const question = only('Ba{~%33.33333%a ~%33.33333%b ~%33.33333%c ~d}');
    expect(gradeResponse(question, { type: 'multiple_choice', choices: ['a', 'b', 'c'] })).toBe(1);
    expect(question.warnings).toContain('gift.wrong_options_free');
  });
});

test.each([
  ['{T}', true],
  ['{TRUE}', true],
  ['{ F }', false],
  ['{FALSE}', false],
  ['{true}', true],
  ['{ĐÚNG}', true],
  ['{Sai}', false],
])('true or false: %s', (answer, correct) => {
  expect(only(`Trái Đất quay quanh Mặt Trời.${answer}`).solution).toEqual({ type: 'true_false', correct });
});

test('both feedbacks of true or false go into the explanation', () => {
  expect(only('Đúng không?{FALSE#Chưa đúng.#Chính xác.####Điều 1.}').explanation).toBe(
    'Điều 1.\nChưa đúng.\nChính xác.',
  );
});

describe('what Moodle reads in its own way', () => {
  test.each([
    '{~=đúng ~sai}',
    '{~ = đúng ~ sai}',
    '{~sai ~=đúng}',
    '{=đúng ~ ~sai ~}',
    '{=đúng\n~\n~sai\n=}',
  ])('%j has one right option', (answers) => {
    const { prompt, solution } = only(`Chọn?${answers}`);
    const options = 'options' in prompt ? prompt.options : [];
    expect(options.map(({ text }) => text).toSorted()).toEqual(['sai', 'đúng']);
    const right = options.find(({ text }) => text === 'đúng')?.id ?? '';
    expect(solution).toEqual({ type: 'single_choice', credits: { [right]: 1 } });
  });

  test.each([
    ['{Hà Nội}', ['Hà Nội']],
    ['{Hà Nội =Thăng Long}', ['Hà Nội', 'Thăng Long']],
    ['{=Hà Nội =}', ['Hà Nội']],
  ])('%s is a short answer', (answers, accepted) => {
    expect(only(`Thủ đô?${answers}`).solution).toMatchObject({
      type: 'short_text',
      accepted: accepted.map((text) => ({ text, credit: 1 })),
    });
  });

  test('plain text and <pre> keep their lines', () => {
    expect(optionsOf('[plain]Một\nhai?{=x\ny ~[plain]z\nt}')).toEqual(['x\ny', 'z\nt']);
    expect(optionsOf('[html]Q?{=<pre>x\ny</pre> ~z\nt}')).toEqual(['x\ny', 'z t']);
  });
});

describe('short text', () => {
  test('takes every `=` answer with its weight', () => {
    expect(only('Ai?{=Võ Nguyên Giáp =%75%Giáp#thiếu họ =%100%Võ Giáp}').solution).toMatchObject({
      type: 'short_text',
      accepted: [
        { text: 'Võ Nguyên Giáp', credit: 1 },
        { text: 'Giáp', credit: 0.75 },
        { text: 'Võ Giáp', credit: 1 },
      ],
    });
  });

  test('a star without points only carries feedback', () => {
    const question = only('Ai?{=Giáp =%0%*#Xem lại bài.}');
    expect(question.solution).toMatchObject({ accepted: [{ text: 'Giáp', credit: 1 }] });
    expect(question.explanation).toBe('*: Xem lại bài.');
  });
});

test.each([
  ['{#1822}', [[1822, 0, 1]]],
  ['{#1822:3}', [[1822, 3, 1]]],
  ['{# 1..5 }', [[3, 2, 1]]],
  ['{#-5..-1}', [[-3, 2, 1]]],
  ['{#=1822:0 =%50%1822:2}', [[1822, 0, 1], [1822, 2, 0.5]]], // prettier-ignore
  ['{#\n =1822:0 #đúng\n =%50%1822:2 #gần\n ~#sai rồi\n}', [[1822, 0, 1], [1822, 2, 0.5]]], // prettier-ignore
  ['{#3.1415:0.0005}', [[3.1415, 0.0005, 1]]],
  ['{#3,5}', [[3.5, 0, 1]]],
])('number %j', (answer, accepted) => {
  const { solution } = only(`Bao nhiêu?${answer}`);
  const entries = solution.type === 'number' ? solution.accepted : [];
  expect(entries.map((entry) => [entry.value, entry.tolerance, entry.credit])).toEqual(accepted);
});

test('text behind the answers makes them a gap', () => {
  expect(only('Hà Nội là {=thủ đô ~cố đô} của Việt Nam.').prompt.text).toBe('Hà Nội là ____ của Việt Nam.');
  expect(only('{=Hà Nội ~Huế} là thủ đô.').prompt.text).toBe('____ là thủ đô.');
  expect(only('Thủ đô là {=Hà Nội ~Huế}').prompt.text).toBe('Thủ đô là');
});

test('escaped characters are text', () => {
  const question = only(String.raw`\{2 + 3\} \= ?\nChọn một\: {~\~6 \# =\= 5#vì 2+3\=5 ~a\\b ~c\d}`);
  expect(question.prompt).toMatchObject({ text: '{2 + 3} = ?\nChọn một:' });
  expect(question.explanation).toBe('= 5: vì 2+3=5');
  expect(optionsOf(String.raw`Q{~\~6 \# =\= 5 ~a\\b ~c\d ~\\n}`)).toEqual([
    '~6 #',
    '= 5',
    'a\\b',
    'c\\d',
    '\\n',
  ]);
});

describe('text formats', () => {
  test('HTML becomes plain text', () => {
    const question = only(
      String.raw`[html]<p>Ai &amp; ở <b>đâu</b>?<br/>Chọn.</p>{=<p dir\="ltr">Ông A</p> ~[plain]<b>B</b>#<i>không</i>}`,
    );
    expect(question.prompt).toMatchObject({ text: 'Ai & ở đâu?\nChọn.' });
    expect(question.prompt).toMatchObject({ options: [{ text: 'Ông A' }, { text: '<b>B</b>' }] });
    expect(question.explanation).toBe('<b>B</b>: không');
    expect(question.warnings).not.toContain('import.markup_lost');
  });

  test('a picture is lost and named', () => {
    const [item] = parse(String.raw`[html]<p>Đây là ai?<img src\="@@PLUGINFILE@@/a.png"></p>{=A ~B}`);
    expect(item?.warnings).toContainEqual({ code: 'import.markup_lost', params: { line: 1, tags: 'img' } });
  });

  test("Moodle's own format keeps line ends and what only looks like a tag", () => {
    expect(only('[moodle]Nếu a <x:\n<b>thì</b>?{=1 ~2}').prompt.text).toBe('Nếu a <x:\nthì?');
  });

  test('Markdown stays as written, with a warning; an unknown marker is text', () => {
    expect(only('[markdown]**Ai**?{=A ~B}')).toMatchObject({ prompt: { text: '**Ai**?' } });
    expect(only('[markdown]**Ai**?{=A ~B}').warnings).toContain('gift.markdown_kept');
    expect(only('[1945] Ai?{=A ~B}').prompt.text).toBe('[1945] Ai?');
  });
});

describe('categories and comments', () => {
  test('a category holds until the next one; the last name of its path is the topic', () => {
    const items = parse(
      '$CATEGORY: $course$/top/Lịch sử/Cận đại\n\nQ1{T}\n\nQ2{F}\n\n$CATEGORY: Luật//Hiến pháp\nQ3{T}\n\n$CATEGORY: $course$/top\n\nQ4{T}',
    );
    expect(items.map((item) => item.question?.topic)).toEqual([
      'Cận đại',
      'Cận đại',
      'Luật/Hiến pháp',
      'Chung',
    ]);
  });

  test('comments give level, source, topic and tags; others say nothing', () => {
    const question = only(
      [
        '// question: 12  name: Câu 1',
        String.raw`// [id:LS-1] [tag:hiến pháp] [tag:ngoặc \] vuông]`,
        '// mức độ: Vận dụng cao',
        '// Nguồn: Hiến pháp 2013, Điều 1; https://vanban.chinhphu.vn',
        '// [topic:Hiến pháp]',
        'Đúng?{T}',
      ].join('\n'),
    );
    expect(question).toMatchObject({
      level: 'analyse',
      source: 'Hiến pháp 2013, Điều 1; https://vanban.chinhphu.vn',
      topic: 'Hiến pháp',
      tags: ['id:LS-1', 'hiến pháp', 'ngoặc ] vuông'],
      warnings: [],
    });
  });

  test('a comment may name the difficulty', () => {
    expect(only('// Level: Easy\n// nguồn: SGK\nĐúng?{T}')).toMatchObject({ level: 'recall', warnings: [] });
  });

  test('a tag may name the level', () => {
    expect(only('// [tag:level:apply] [source:SGK]\nĐúng?{T}')).toMatchObject({
      level: 'apply',
      tags: [],
      warnings: [],
    });
  });

  test('a comment inside a question is skipped, one before a blank line belongs to none', () => {
    const question = only('// level: 4\n\nQ{\n// ~ẩn đi\n=a\n~b\n}');
    expect(question.prompt).toMatchObject({ options: [{ text: 'a' }, { text: 'b' }] });
    expect(question.level).toBe('recall');
    expect(question.warnings).toEqual(['import.level_missing', 'import.source_missing']);
  });
});

describe('what is refused', () => {
  test.each([
    ['Chỉ là lời dẫn.', 'gift.description_skipped', 1],
    ['Viết bài luận.{}', 'gift.essay_unsupported', 1],
    ['Viết bài luận.{####gợi ý}', 'gift.essay_unsupported', 1],
    ['Nối{\n=Lào -> Viêng Chăn\n=Campuchia -> Phnôm Pênh\n}', 'gift.matching_unsupported', 1],
    ['Q {1:MULTICHOICE:~a}', 'gift.cloze_unsupported', 1],
    ['Q\n{=a\n~b', 'gift.unclosed_brace', 2],
    ['Q =a\n~b}', 'gift.stray_brace', 2],
    ['Q{=a ~b}}', 'gift.stray_brace', 1],
    ['Q{=a\n~{b} }', 'gift.unescaped_brace', 2],
    ['Q1{=a ~b}\nQ2{=c ~d}', 'gift.second_answer_block', 2],
    ['Q{#}', 'gift.no_answers', 1],
    ['Q{a ~b =c}', 'gift.text_before_answers', 1],
    ['Q{\n=a\n~%abc%b}', 'gift.weight_invalid', 3],
    ['Q{\n=a\n~%150%b}', 'gift.weight_invalid', 3],
    ['Q{~a ~b}', 'gift.no_correct_answer', 1],
    ['Q{~%40%a ~%40%b ~c}', 'gift.weights_not_full', 1],
    ['Q{=%50%a =%25%b}', 'gift.weights_not_full', 1],
    ['Q{~%50%a ~%50%}', 'import.option_empty', 1],
    ['Q{=a}', null, 1],
    ['Q{=a ~a}', 'import.option_repeats', 1],
    ['Q{~=a}', 'import.too_few_options', 1],
    ['Q{= ~a ~b}', 'gift.no_correct_answer', 1],
    ['Q{=*}', 'gift.wildcard_only', 1],
    ['Q{#một}', 'gift.number_invalid', 1],
    ['Q{#5..1}', 'gift.number_invalid', 1],
    ['Q{#\n=1\n=1e999}', 'gift.number_invalid', 3],
    ['{=a ~b}', 'import.text_missing', 1],
    [`Q{${'=a ~b '.repeat(6)}}`, 'import.too_many_options', 1],
    [`Q{${'=a '.repeat(61)}}`, 'import.too_many_answers', 1],
    [`${'x'.repeat(4001)}{T}`, 'import.text_too_long', 1],
  ])('%j → %s in line %d', (text, code, line) => {
    const [item, ...others] = parse(text);
    expect(others).toEqual([]);
    expect(item?.errors.slice(0, 1).map((error) => [error.code, error.params['line']])).toEqual(
      code === null ? [] : [[code, line]],
    );
    expect(item?.question === null).toBe(code !== null);
  });

  test('a question without a topic anywhere', () => {
    const [item] = parseGift('Q{T}', { fallbackTopic: ' ' });
    expect(codes(item?.errors ?? [])).toEqual(['import.topic_missing']);
  });
});

test.each([
  ['Ký hiệu phép nhân?{=5 \\* 3}', '5 * 3', 1],
  ['Ký hiệu phép nhân?{=5 \\* 3}', '5 hay 3', 0],
  ['Ký hiệu phép nhân?{=5 * 3}', '5 hay 3', 1],
])('%s: %s earns %d, as a star with a backslash is a star', (text, answer, credit) => {
  expect(gradeResponse(only(text).content, { type: 'short_text', text: answer })).toBe(credit);
});
