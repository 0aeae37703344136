import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMarkdown, safeAddress } from './markdown.js';

describe('an address that a link may lead to', () => {
  it.each([
    ['https://tapchi.example/the-le', 'https://tapchi.example/the-le'],
    ['http://tapchi.example', 'http://tapchi.example/'],
    ['mailto:ban.doc@tapchi.example', 'mailto:ban.doc@tapchi.example'],
    ['tel:02438250000', 'tel:02438250000'],
  ])('%s', (address, kept) => {
    expect(safeAddress(address)).toBe(kept);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://tapchi.example/1',
    '/contests',
    '//evil.example',
    'tapchi.example',
    '',
  ])('not %j', (address) => {
    expect(safeAddress(address)).toBeNull();
  });
});

describe('text on its way to a Markdown engine', () => {
  it.each([
    ['một\nhai', 'một  \nhai'],
    ['một\r\nhai\r\rba', 'một  \nhai\n\nba'],
    ['• một\n– hai', '- một  \n- hai'],
    ['1) một\n2) hai', '1. một  \n2. hai'],
    ['30–4–1975 và 2)', '30–4–1975 và 2)'],
  ])('%j', (text, expected) => {
    expect(asMarkdown(text)).toBe(expected);
  });

  it('keeps every word in its order', () => {
    const line = fc.oneof(
      fc.constantFrom('', '• chấm', '2) số', '# đầu', '  thụt'),
      fc.stringMatching(/^[a-zà-ỹ ]{0,12}$/),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
        expect(words(asMarkdown(lines.join('\n')))).toEqual(lines.flatMap(words));
      }),
    );
  });
});
