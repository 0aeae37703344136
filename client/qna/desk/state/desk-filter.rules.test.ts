import { expect, it } from 'vitest';
import { deskInquiryOf } from '../../../../test/support/desk-inquiry.js';
import {
  answererOf,
  countedNames,
  filterInquiries,
  isFiltering,
  type DeskFilter,
} from './desk-filter.rules.js';

const author = { name: 'Đinh Ngọc Mai', unit: 'Ban Bạn đọc' };
const inquiry = (number: number, facts: Parameters<typeof deskInquiryOf>[1]) =>
  deskInquiryOf(number, { author, ...facts });
const all = [
  inquiry(1, { text: 'Dữ liệu cá nhân cơ bản là gì?', labels: ['Luật'] }),
  inquiry(2, { text: 'Lưu email của bạn đọc', author: null, answerer: 'Nguyễn Hải Yến' }),
  inquiry(3, { text: 'Ảnh căn cước', flagged: ['căn cước'], labels: ['Ảnh'] }),
];
const none: DeskFilter = { text: '', labels: [], answerers: [], traits: [] };
const found = (filter: Partial<DeskFilter>) =>
  filterInquiries(all, { ...none, ...filter }).map((one) => Number(one.id.slice(-1)));

it('finds words without accents and case, in any order, also in names', () => {
  expect(found({ text: 'du lieu' })).toEqual([1]);
  expect(found({ text: 'CA NHAN  dữ' })).toEqual([1]);
  expect(found({ text: 'dinh ngoc' })).toEqual([1, 3]);
  expect(found({ text: 'không có' })).toEqual([]);
});

it('narrows by one of the labels, one of the answerers, and all traits', () => {
  expect(found({})).toEqual([1, 2, 3]);
  expect(found({ labels: ['Luật', 'Ảnh'] })).toEqual([1, 3]);
  expect(found({ answerers: ['Nguyễn Hải Yến'] })).toEqual([2]);
  expect(found({ traits: ['anonymous'] })).toEqual([2]);
  expect(found({ traits: ['anonymous', 'flagged'] })).toEqual([]);
  expect(found({ labels: ['Luật'], text: 'căn cước' })).toEqual([]);
});

const traits: [DeskFilter['traits'][number], Parameters<typeof inquiry>[1]][] = [
  ['anonymous', { author: null }],
  ['flagged', { flagged: ['lương'] }],
  ['edited', { edited: true }],
  ['merged', { mergedCount: 1 }],
];
it.each(traits)('finds what is %s, and that alone', (trait, facts) => {
  const plain = inquiry(1, {});
  const other = inquiry(2, facts);
  expect(filterInquiries([plain, other], { ...none, traits: [trait] })).toEqual([other]);
});

it('looks into all that a moderator reads: texts, author, unit, labels, who answers and the note', () => {
  const full = inquiry(1, {
    text: 'Câu đã sửa',
    originalText: 'Nguyên văn',
    labels: ['Nhà ở'],
    note: 'Hỏi lại phòng Tổ chức',
    answerer: 'Nguyễn Hải Yến',
  });
  const isFound = (text: string) => filterInquiries([full], { ...none, text }).length === 1;
  for (const text of ['da sua', 'nguyen van', 'mai', 'ban doc', 'nha o', 'hai yen', 'to chuc'])
    expect(isFound(text), text).toBe(true);
  expect(isFound('undefined'), 'what is missing is no word').toBe(false);
  expect(isFound('null')).toBe(false);
});

it('names who answered rather than who was to answer', () => {
  const answer = { how: 'on_air', text: '', at: '2026-11-19T08:00:00.000Z', seconds: 60 } as const;
  expect(answererOf(inquiry(1, { answerer: 'Yến', answer: { ...answer, by: 'Huy' } }))).toBe('Huy');
  expect(answererOf(inquiry(1, { answerer: 'Yến', answer: { ...answer, by: '' } }))).toBe('Yến');
  expect(answererOf(inquiry(1, { answerer: 'Yến' }))).toBe('Yến');
});

it('says whether anything is kept from view', () => {
  expect(isFiltering(none)).toBe(false);
  expect(isFiltering({ ...none, text: 'a' })).toBe(true);
  expect(isFiltering({ ...none, labels: ['a'] })).toBe(true);
  expect(isFiltering({ ...none, answerers: ['a'] })).toBe(true);
  expect(isFiltering({ ...none, traits: ['edited'] })).toBe(true);
});

it('counts names, the most frequent first, the empty one not at all', () => {
  expect(countedNames(['Ý', 'Anh', 'Đạt', 'Dung']).map(({ name }) => name)).toEqual([
    'Anh',
    'Dung',
    'Đạt',
    'Ý',
  ]);
  expect(countedNames(['b', 'a', '', 'b'])).toEqual([
    { name: 'b', count: 2 },
    { name: 'a', count: 1 },
  ]);
});
