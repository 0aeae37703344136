import { expect, it } from 'vitest';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { sameGround } from './conflict.rules.js';

const seen = {
  state: 'approved',
  text: 'Câu hỏi',
  labels: [],
  note: '',
  answerer: '',
  answer: null,
} as unknown as DeskInquiry;

it('goes on over a note, and not over another state or text', () => {
  const now = { ...seen, note: 'Bổ sung trích dẫn', labels: ['Luật'] };
  expect(sameGround('answer_now', seen, now)).toBe(true);
  expect(sameGround('answer_now', seen, { ...seen, state: 'declined' })).toBe(false);
  expect(sameGround('approve', seen, { ...seen, text: 'Câu khác' })).toBe(false);
});

it('never writes over what somebody else wrote in the same place', () => {
  expect(sameGround('note', seen, { ...seen, note: 'Của người khác' })).toBe(false);
  expect(sameGround('label', seen, { ...seen, labels: ['Luật'] })).toBe(false);
  expect(sameGround('answerer', seen, { ...seen, answerer: 'Yến' })).toBe(false);
  expect(sameGround('label', seen, { ...seen, note: 'Ghi chú' })).toBe(true);
  const labelled = { ...seen, labels: ['Nhà', 'ở'] };
  expect(sameGround('label', labelled, { ...labelled })).toBe(true);
  expect(sameGround('label', labelled, { ...labelled, labels: ['Nhàở'] })).toBe(false);
  expect(sameGround('note', seen, { ...seen, labels: ['Luật'], answerer: 'Yến' })).toBe(true);
  expect(sameGround('answerer', seen, { ...seen, note: 'Ghi chú' })).toBe(true);
});

it('never writes over an answer that was written meanwhile', () => {
  const answer = { how: 'in_writing', text: 'Theo Điều 5.', by: 'Yến', at: '', seconds: null } as const;
  const written = { ...seen, answer };
  expect(sameGround('answer_in_writing', seen, written)).toBe(false);
  expect(
    sameGround('answer_in_writing', written, { ...written, answer: { ...answer, text: 'Điều 6.' } }),
  ).toBe(false);
  expect(sameGround('answer_in_writing', written, { ...written, note: 'Ghi chú' })).toBe(true);
});
