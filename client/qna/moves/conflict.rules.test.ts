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
});
