import { describe, expect, it } from 'vitest';
import { textsOf } from './texts.js';

const vi = {
  title: 'Sổ câu hỏi',
  merged: 'Đã gộp vào câu {{number}}',
  reasons: { other: 'Lý do khác', no_time: 'Không còn thời gian' },
  waiting_other: '{{count}} câu đang chờ {{name}}',
};
const en = {
  title: 'Question ledger',
  merged: 'Merged into question {{number}}',
  reasons: { other: 'Another reason', no_time: 'No time left' },
  waiting_one: 'One question waits for {{name}}',
  waiting_other: '{{count}} questions wait for {{name}}',
};

describe('texts of the server', () => {
  it('are said in either language, with what stands in them', () => {
    const texts = textsOf('qna/ledger', { vi, en });
    expect([texts.vi('title'), texts.en('title')]).toEqual(['Sổ câu hỏi', 'Question ledger']);
    expect(texts.vi('merged', { number: 12 })).toBe('Đã gộp vào câu 12');
    expect(texts.en('reasons.no_time')).toBe('No time left');
  });

  it('take the plural form that the language has for the count', () => {
    const texts = textsOf('qna/ledger', { vi, en });
    const said = [1, 2].flatMap((count) => [
      texts.vi('waiting', { count, name: 'An' }),
      texts.en('waiting', { count, name: 'An' }),
    ]);
    expect(said).toEqual([
      '1 câu đang chờ An',
      'One question waits for An',
      '2 câu đang chờ An',
      '2 questions wait for An',
    ]);
  });

  it('leave what people wrote as it is', () => {
    const texts = textsOf('x', { vi: { name: 'Chào {{name}}' }, en: { name: 'Hello {{name}}' } });
    expect(texts.vi('name', { name: '$& {{name}} <b>' })).toBe('Chào $& {{name}} <b>');
  });

  it('fail where something that stands in them is not given', () => {
    expect(() => textsOf('x', { vi, en }).vi('merged')).toThrow('merged lacks number');
  });

  it.each([
    ['a text that English lacks', { ...en, title: undefined }, 'en lacks title'],
    ['a text that Vietnamese lacks', { ...en, further: 'More' }, 'vi lacks further'],
    ['an empty text', { ...en, title: ' ' }, 'title is empty'],
    ['another variable', { ...en, merged: 'Merged into {{id}}' }, 'merged has {number} in vi and {id} in en'],
    [
      'a form without a variable that no form has',
      { ...en, waiting_one: 'One', waiting_other: 'Many' },
      'waiting',
    ],
  ])('stop the start for %s', (_what, changed, problem) => {
    const given = JSON.parse(JSON.stringify(changed));
    expect(() => textsOf('qna/ledger', { vi, en: given })).toThrow(
      new RegExp(`qna/ledger.*${problem.replace(/[{}]/g, '\\$&')}`),
    );
  });
});
