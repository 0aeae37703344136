import { expect, it } from 'vitest';
import { deskInquiryOf } from '../../../../test/support/desk-inquiry.js';
import { countedNames, filterInquiries, type DeskFilter } from './desk-filter.rules.js';

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
});

it('counts names, the most frequent first, the empty one not at all', () => {
  expect(countedNames(['b', 'a', '', 'b'])).toEqual([
    { name: 'b', count: 2 },
    { name: 'a', count: 1 },
  ]);
});
