import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToText } from './html-text.rules.js';
import { tidyLines } from './import-text.rules.js';

const textOf = (html: string) => tidyLines(htmlToText(html, true).text);

describe('htmlToText', () => {
  test.each([
    ['<p>Năm nào<br>là <b>đúng</b>?</p>', 'Năm nào\nlà đúng?'],
    ['<p dir="ltr">Một</p><p>Hai</p>', 'Một\n\nHai'],
    ['Gồm:<ul><li>một</li><li>hai</li></ul>', 'Gồm:\n\n- một\n\n- hai'],
    ['1 &lt; 2 &amp;&amp; 3&nbsp;&gt;&#32;2 &#x111;', '1 < 2 && 3 > 2 đ'],
    ['&aacute;&unknown;&#0;&#xd800;&#99999999;', 'á&unknown;&#99999999;'],
    ['10<sup>2</sup> và H<sub>2</sub>O', '10^2 và H_2O'],
    ['<table><tr><td>Hà Nội</td><td>1010</td></tr></table>', 'Hà Nội 1010'],
    ['<p>x:</p><pre>một\nhai</pre>', 'x:\n\nmột\nhai'],
    ['&abreve; &hearts; &frac12; &#146;', 'ă ♥ ½ ’'],
    ['a < b và c > d', 'a < b và c > d'],
    ['<b', '<b'],
    ['x<!-- ẩn --> y', 'x y'],
    ['x<!-- không đóng', 'x<!-- không đóng'],
    ['x<!-- không đóng <b>y</b>', 'x'],
    ['trước<script>alert("<b>")</script>sau', 'trướcsau'],
    ['trước<style>p{}', 'trước'],
    ['<custom-tag>a</custom-tag>', '<custom-tag>a</custom-tag>'],
    ['<o>a</o>', 'a'],
  ])('%j → %j', (html, text) => {
    expect(textOf(html)).toBe(text);
  });

  test('names the markup plain text cannot keep', () => {
    expect(htmlToText('<img src="a.png"> x<sup>2</sup> <b>y</b> <img>', true).lost).toEqual(['img', 'sup']);
  });

  test('in text that is not all HTML only tags it knows are tags', () => {
    expect(htmlToText('nếu a <x và <b>y</b>>', false).text).toBe('nếu a <x và y>');
  });

  test('no known tag survives, whatever stands around it', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<b>',
      '</b>',
      '<br/>',
      '<img src=x>',
      '&lt;',
      'a',
      ' ',
      '"',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(htmlToText(pieces.join('').replaceAll('&lt;', ''), true).text).not.toMatch(
          /<(?:b|br|img)\b[^>]*>/,
        );
      }),
    );
  });

  test.each(['<', '<b ', '<b>', '<!--', '&', '&amp', '<script>', '<x <'])(
    'half a megabyte of %j is done in one pass',
    (piece) => {
      const html = piece.repeat(500_000 / piece.length);
      expect(htmlToText(html, true).text.length).toBeLessThanOrEqual(html.length);
    },
  );
});
