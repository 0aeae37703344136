import { expect, it } from 'vitest';
import { plainText } from './plain-text.rules.js';

it.each([
  ['## Tóm tắt\nTừ **tháng sau**, _có_ `mã`.', 'Tóm tắt\nTừ tháng sau, có mã.'],
  ['Xem [quy chế](https://noi-bo.example/qc).', 'Xem quy chế (https://noi-bo.example/qc).'],
  ['* một\n* hai', '- một\n- hai'],
  ['2 * 3 * 4 và ten_bien_dai', '2 * 3 * 4 và ten_bien_dai'],
  ['> Trích lời', 'Trích lời'],
  ['  ##   Thụt vào', 'Thụt vào'],
  ['C## là nốt, 5 > 3 là đúng', 'C## là nốt, 5 > 3 là đúng'],
  ['Mở đầu\n   *   thụt vào\n+ hai', 'Mở đầu\n   - thụt vào\n- hai'],
  ['2* 3 và a+ b', '2* 3 và a+ b'],
  ['_Mở đầu_ rồi *giữa dòng* và (_trong ngoặc_)', 'Mở đầu rồi giữa dòng và (trong ngoặc)'],
  ['kết thúc bằng *nhấn*', 'kết thúc bằng nhấn'],
  ['hai _dòng_\n_nữa_', 'hai dòng\nnữa'],
  ['*a* là một chữ', 'a là một chữ'],
  ['một * mình', 'một * mình'],
  ['![Sơ đồ](https://noi-bo.example/so-do.png)', 'Sơ đồ (https://noi-bo.example/so-do.png)'],
  ['~~bỏ~~ và __đậm__', 'bỏ và đậm'],
  ['** không liền **', '** không liền **'],
  ['\n\nthừa dòng \n', 'thừa dòng'],
])('%s', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});
