import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { alike, calmMarks, sameText, searchText, searchWords } from './text.js';

describe('the same text', () => {
  test.each([
    ['Hà Nội', 'Hà N\u200bội'],
    ['Hà Nội', 'Hà\u00a0Nội'],
    ['Hà Nội', '\ufeffHà\u202f \u3000Nội\u2060 '],
    ['Hà Nội', 'Ha\u200b\u0300 Nội'],
    ['Hà Nội', 'Hà\tNội\r\n'],
    ['Hà Nội', 'HÀ NỘI'.normalize('NFD')],
    ['Hà Nội', 'Hà\u2800Nội'],
    ['Hà Nội', 'Hà N\u00adội\ufe0f'],
    ['Hà Nội', '\u202eHà Nội\u202c'],
    ['30–4–1975', '30-4-1975'],
    ['30\u20114\u22121975', '30—4-1975'],
    ['“Sông Đà”', '"Sông Đà"'],
    ['„Sông Đà“', '«Sông Đà»'],
    ['Rock ’n’ Roll', "Rock 'n' Roll"],
    ['Hòa Bình', 'Hoà Bình'],
    ['HÒA BÌNH', 'hoà bình'],
    ['Thủy', 'Thuỷ'],
    ['khỏe', 'khoẻ'],
    ['qúy', 'quý'],
    ['qủa', 'quả'],
    ['tóan', 'toán'],
    ['ngòai', 'ngoài'],
    ['họăc', 'hoặc'],
    ['thúy', 'thuý'.normalize('NFD')],
    ['Đà Nẵng', 'Ðà Nẵng'],
    ['Đà Nẵng', 'Ɖà Nẵng'],
    ['đà', 'Ðà'],
    ['STRASSE', 'straße'],
    ['STRAẞE', 'Strasse'],
    ['ΟΔΟΣ', 'οδος'],
    ['οδος', 'οδοσ'],
    ['İstanbul', 'istanbul'],
    ['ＨＤ－７００１', 'hd-7001'],
    ['thôi…', 'thôi...'],
  ])('%j is %j', (one, other) => {
    expect(sameText(one)).toBe(sameText(other));
    expect(searchText(one)).toBe(searchText(other));
  });

  test.each([
    ['ma', 'má'],
    ['mùa', 'mua'],
    ['gịa', 'giạ'],
    ['Đà', 'Dà'],
    ['10²', '102'],
    ['5−3', '53'],
    ['Hà Nội', 'HàNội'],
    ['a.b', 'a b'],
    ['cô', 'cơ'],
    ['x*', 'x＊'],
  ])('%j is not %j', (one, other) => {
    expect(sameText(one)).not.toBe(sameText(other));
  });

  it('keeps case where it counts, and accents only where they count', () => {
    expect(alike('“Hoà”\u200b  BÌNH', { accents: true, letterCase: true })).toBe(
      alike('"Hòa" BÌNH', { accents: true, letterCase: true }),
    );
    expect(alike('Đà Nẵng,  Huế!', { accents: false, letterCase: true })).toBe('Da Nang, Hue!');
    expect(alike('10²', { accents: false, letterCase: false })).toBe('10²');
  });

  it('has no space left of a mark that stood alone', () => {
    expect(searchText('!\u0384')).toBe('!');
    expect(searchText('a \u00a8 b')).toBe('a b');
  });

  it('is found once, however often it is looked for, and however it is composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const rule of [sameText, searchText]) {
          expect(rule(text.normalize('NFD'))).toBe(rule(text.normalize('NFC')));
          expect(rule(rule(text))).toBe(rule(text));
        }
      }),
    );
  });

  it('is not changed by invisible characters wherever they stand', () => {
    const unseen = fc.constantFrom(
      '\u200b',
      '\u200d',
      '\ufeff',
      '\u00ad',
      '\u202e',
      '\u2066',
      '\ufe0f',
      '\u0007',
      '\u{e0020}',
    );
    fc.assert(
      fc.property(fc.constantFrom('Hoà Bình', 'Đà Nẵng', 'khỏe'), fc.nat(8), unseen, (text, at, mark) => {
        const spelled = text.normalize('NFD');
        expect(sameText(spelled.slice(0, at) + mark + spelled.slice(at))).toBe(sameText(text));
      }),
    );
  });
});

test('what is searched for is folded word by word', () => {
  expect(searchWords(' “Đường\u00a0LỐI” \u200b x² ')).toEqual(['"duong', 'loi"', 'x2']);
  expect(searchWords(' \u200b ')).toEqual([]);
});

test('a run of combining marks is cut, a Vietnamese letter never', () => {
  expect(calmMarks('a' + '\u0301\u0323'.repeat(500))).toHaveLength(9);
  const spelled = 'Nghiệp đoàn thợ thuyền ở Huế'.normalize('NFD');
  expect(calmMarks(spelled)).toBe(spelled);
});
