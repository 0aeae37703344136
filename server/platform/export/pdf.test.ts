import { describe, expect, it } from 'vitest';
import { letterRuns, type LetterFont } from './pdf-letters.js';
import { Pdf } from './pdf.js';

const fontOf = (name: string, pattern: RegExp): LetterFont => ({
  name,
  has: (codePoint) => pattern.test(String.fromCodePoint(codePoint)),
});
const FONTS: [LetterFont, LetterFont, LetterFont] = [
  fontOf('main', /[\p{Script=Latin}\p{M} !]/u),
  fontOf('other', /\p{Script=Cyrillic}/u),
  fontOf('emoji', /\p{Extended_Pictographic}|\p{Emoji_Modifier}/u),
];

describe('letters and their fonts', () => {
  it.each([
    ['Hải Đăng', [['main', 'Hải Đăng']]],
    [
      'Чайка và tôi',
      [
        ['other', 'Чайка '],
        ['main', 'và tôi'],
      ],
    ],
    [
      'Hay 👍🏽!',
      [
        ['main', 'Hay '],
        ['emoji', '👍🏽'],
        ['main', '!'],
      ],
    ],
    ['👩‍🏫', [['emoji', '👩‍🏫']]],
    ['tên 王明 đó', [['main', 'tên [U+738B U+660E] đó']]],
    ['', []],
  ])('%s', (text, runs) => {
    expect(letterRuns(text, FONTS).map(({ font, text: piece }) => [font, piece])).toEqual(runs);
  });
});

async function pdfOf(text: string): Promise<string> {
  const pdf = new Pdf({ title: 'Thử', locale: 'vi-VN', madeAt: new Date('2026-11-29T00:00:00Z') });
  const made = await pdf.write(text, { size: 11, color: '#000000' }).end((page) => `${page}`, '#000000');
  return made.toString('latin1');
}

it('brings along the fonts its letters need, and no others', async () => {
  const fontsIn = (pdf: string) => [...new Set(pdf.match(/BeVietnamPro|NotoSans|NotoEmoji/g))].toSorted();
  expect(fontsIn(await pdfOf('Hải Đăng'))).toEqual(['BeVietnamPro']);
  expect(fontsIn(await pdfOf('Чайка 👍 王'))).toEqual(['BeVietnamPro', 'NotoEmoji', 'NotoSans']);
});
