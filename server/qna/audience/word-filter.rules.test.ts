import { expect, it } from 'vitest';
import { flaggedWords } from './word-filter.rules.js';

it.each([
  ['Đồ NGU ngốc này?', ['ngu'], ['ngu']],
  ['ngu quá', ['ngu'], ['ngu']],
  ['quá ngu', ['ngu'], ['ngu']],
  ['ngu', ['ngu'], ['ngu']],
  ['ngu, ngu!', ['ngu', 'dốt'], ['ngu']],
  ['Dốt và ngu', ['ngu', 'dốt'], ['ngu', 'dốt']],
  ['Người ngủ trong giờ họp?', ['ngu'], []],
  ['Nguyên tắc nào?', ['ngu'], []],
  ['Thungu', ['ngu'], []],
  ['ngu2 ngu', ['ngu2'], ['ngu2']],
  ['ngu2', ['ngu'], []],
  ['đồ thật ngốc', ['đồ ngốc'], []],
  ['Có phải... đồ-ngốc không?', ['đồ ngốc'], ['đồ ngốc']],
  ['đồ ngốc', ['ĐỒ  Ngốc!'], ['ĐỒ  Ngốc!']],
  ['Đồ ngốc'.normalize('NFD'), ['đồ ngốc'], ['đồ ngốc']],
  ['Đồ ngốc', ['đồ ngốc'.normalize('NFD')], ['đồ ngốc'.normalize('NFD')]],
  ['Đồ n\u200bg\u00adu này?', ['ngu'], ['ngu']],
  ['Đồ ngu này?', ['n\u200bgu'], ['n\u200bgu']],
  ['Đồ ｎｇｕ này?', ['ngu'], ['ngu']],
  ['Thật hoạ', ['họa'], ['họa']],
  ['HOÀ nhau', ['hòa'], ['hòa']],
  ['Gì cũng được', ['!!!', ' ', ''], []],
  ['Gì cũng được', [], []],
  ['', ['ngu'], []],
  ['?!', ['...', ''], []],
])('in “%s” the words of %j that are flagged are %j', (text, words, found) => {
  expect(flaggedWords(text, words)).toEqual(found);
});
