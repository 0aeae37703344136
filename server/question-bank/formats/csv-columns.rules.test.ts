import { describe, expect, test } from 'vitest';
import { parseCsv } from './csv-import.rules.js';

const parse = (text: string) => parseCsv(text, { fallbackTopic: 'Chung' });
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

/** The letters of the right options and all options of a table with one row. */
function choiceOf(heading: string, row: string) {
  const [item] = parse(`${heading}\n${row}`);
  expect(codes(item?.errors ?? [])).toEqual([]);
  const { prompt, solution } = item?.question?.content ?? {};
  const keys =
    solution && 'credits' in solution
      ? solution.credits
      : solution && 'weights' in solution
        ? solution.weights
        : {};
  return {
    type: prompt?.type,
    options: prompt && 'options' in prompt ? prompt.options.map(({ text }) => text) : [],
    right: Object.keys(keys).filter((id) => (keys[id] ?? 0) > 0),
    warnings: codes(item?.warnings ?? []),
  };
}

describe('columns of options', () => {
  test.each([
    'option1,option2,option3,option4',
    'Choice1,Choice2,Choice3,Choice4',
    'OptionA,OptionB,OptionC,OptionD',
    'option_a,option_b,option_c,option_d',
    'Answer 1 - max 75 characters,Answer 2 - max 75 characters,Answer 3,Answer 4',
    'PA1,PA2,PA3,PA4',
    'PA A,PA B,PA C,PA D',
    'Phương án1,Phương án2,Phương án3,Phương án4',
    'Phương án thứ 1,Phương án thứ 2,Phương án thứ 3,Phương án thứ 4',
    'Phương án (A),Phương án (B),Phương án (C),Phương án (D) - nếu có',
    'Nội dung phương án A,Nội dung phương án B,Nội dung phương án C,Nội dung phương án D',
    'Đáp án 1,Đáp án 2,Đáp án 3,Đáp án 4',
    'Ý A,Ý B,Ý C,Ý D',
    '(A),(B),(C),(D)',
    'A.,B.,C.,D.',
    '1,2,3,4',
    'opt 01,opt 02,opt 03,opt 04',
    'Option A text,Option B text,Option C text,Option D text',
  ])('%s', (options) => {
    expect(choiceOf(`question,${options},answer`, 'Q?,w,x,y,z,D')).toMatchObject({
      type: 'single_choice',
      options: ['w', 'x', 'y', 'z'],
      right: ['d'],
      warnings: ['import.level_missing', 'import.source_missing'],
    });
  });

  test('named by a word nobody knows are taken for options, which is a guess', () => {
    const shown = choiceOf('question,Vế 1,Vế 2,Vế 3,answer', 'Q?,x,y,z,B');
    expect(shown).toMatchObject({ options: ['x', 'y', 'z'], right: ['b'] });
    expect(shown.warnings).toContain('csv.options_guessed');
    const notes = parse('question,ghi chú 1,ghi chú 2,answer\nQ?,x,y,T');
    expect(notes[0]?.question?.content.prompt.type).toBe('true_false');
  });

  test('counted from 0 keep all four, which is a guess', () => {
    const shown = choiceOf('question,option0,option1,option2,option3,answer', 'Q?,w,x,y,z,1');
    expect(shown).toMatchObject({ options: ['w', 'x', 'y', 'z'], right: ['b'] });
    expect(shown.warnings).toContain('csv.options_guessed');
  });

  test.each([
    'Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional),Incorrect Answer 3 (Optional)',
    'Câu hỏi,Đáp án đúng,Đáp án sai 1,Đáp án sai 2,Đáp án sai 3',
    'Câu hỏi,Đáp án đúng,Phương án nhiễu 1,Phương án nhiễu 2,Phương án nhiễu 3',
    'question,answer,distractor1,distractor2,distractor3',
    'question,right_answer,wrong1,wrong2,wrong3',
  ])('that are all wrong stand beside the right one: %s', (heading) => {
    expect(choiceOf(heading, 'Thủ đô?,Hà Nội,Huế,Vinh,')).toMatchObject({
      type: 'single_choice',
      options: ['Hà Nội', 'Huế', 'Vinh'],
      right: ['a'],
      warnings: ['import.level_missing', 'import.source_missing'],
    });
  });
});

describe('a type guessed from the answer alone', () => {
  test.each([
    ['A', 'short_text'],
    ['2', 'number'],
    ['D', 'true_false'],
    ['Đúng', 'true_false'],
    ['1945', 'number'],
    ['Hồ Chí Minh', 'short_text'],
  ])('%s is a guess, whatever other columns say', (answer, type) => {
    const [item] = parse(
      `question,first try,second try,third try,level,source,answer\nQ?,x,y,z,1,SGK,${answer}`,
    );
    expect(item?.question?.content.prompt.type).toBe(type);
    expect(codes(item?.warnings ?? [])).toContain('csv.type_guessed');
  });

  test('is none where a column names it', () => {
    const [item] = parse('question,type,answer,level,source\nQ?,đúng sai,Đúng,1,SGK');
    expect(item?.warnings).toEqual([]);
  });

  test.each([
    ['Checkbox', 'A,C', 'multiple_choice'],
    ['Multiple Choice', 'A', 'single_choice'],
  ])('%s is a word for a type', (word, answer, type) => {
    const [item] = parse(`question,type,A,B,C,answer\nQ?,${word},x,y,z,"${answer}"`);
    expect(item?.question?.content.prompt.type).toBe(type);
  });
});

test('wrong answers beside a text to be written are left aside, and told', () => {
  const [item] = parse('question,type,correct answer,wrong answer 1\nQ?,trả lời ngắn,Hà Nội,Huế');
  expect(item?.question?.content.solution).toMatchObject({ accepted: [{ text: 'Hà Nội' }] });
  expect(codes(item?.warnings ?? [])).toContain('csv.options_ignored');
});
