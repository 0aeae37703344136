import { expect, it } from 'vitest';
import { plainText } from './plain-text.rules.js';

it.each([
  ['## Tóm tắt\nTừ **tháng sau**, _có_ `mã`.', 'Tóm tắt\nTừ tháng sau, có mã.'],
  ['Xem [quy chế](https://noi-bo.example/qc).', 'Xem quy chế (https://noi-bo.example/qc).'],
  ['* một\n* hai', '- một\n- hai'],
  ['2 * 3 * 4 và ten_bien_dai', '2 * 3 * 4 và ten_bien_dai'],
  ['> Trích lời', 'Trích lời'],
])('%s', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});
