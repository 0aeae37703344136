import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Markdown } from './markdown.js';

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '![x](https://example.org/seen.png)',
  '![x](javascript:alert(1))',
])('makes no element of %s', (text) => {
  expect(html(text)).not.toMatch(/<(script|img|svg|iframe)/);
});

it.each(['[x](javascript:alert(1))', '[x](data:text/html,<script>)', '[x](vbscript:x)', '[x](JaVaScRiPt:x)'])(
  'makes plain words of %s',
  (text) => {
    expect(html(text)).toBe('<p>x</p>');
  },
);

it('opens links apart, without following or being opened by them', () => {
  expect(html('[Luật](https://example.org/a)')).toBe(
    '<p><a href="https://example.org/a" rel="noopener noreferrer nofollow" target="_blank">Luật</a></p>',
  );
});

it('keeps headings out of the outline of the page', () => {
  expect(html('# To')).toBe('<p><strong>To</strong></p>');
});
