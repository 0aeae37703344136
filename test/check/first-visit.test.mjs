import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { toldPages } from '../../scripts/check/built-files.mjs';
import { fontOrderFindings, visitFindings, visitOf } from '../../scripts/check/first-visit.mjs';
import { treeForTest } from './fixture-tree.mjs';

const pages = [
  { path: '/', asks: ['/api/a', '/api/b'], files: ['page.js', 'page.css', 'main.js'], vi: ['words.js'] },
];
const html = `<link rel="stylesheet" href="/assets/main.css"><script type="module" src="/assets/main.js"></script>
<script type="application/json" id="first-pages">${JSON.stringify(pages)}</script>`;
const build = () =>
  treeForTest({
    'index.html': html,
    'assets/main.js': randomBytes(40_000),
    'assets/page.js': randomBytes(5_000),
    'assets/words.js': randomBytes(1_000),
    'assets/other.js': randomBytes(9_000),
    'assets/main.css': randomBytes(3_000),
    'assets/page.css': randomBytes(1_000),
    'assets/be-vietnam-pro-latin-400-normal-x.woff2': randomBytes(700),
    'assets/be-vietnam-pro-latin-ext-400-normal-x.woff2': randomBytes(800),
    'assets/be-vietnam-pro-vietnamese-400-normal-x.woff2': randomBytes(900),
  });

it('counts what a first visit asks for and what it weighs, each file once', () => {
  const root = build();
  const [page] = toldPages(root);
  const visit = visitOf(root, page);
  // Document, first-paint.js, icon, session; five files; two questions; two faces.
  expect(visit.requests).toBe(13);
  expect(visit.scriptBytes).toBeGreaterThanOrEqual(46_000);
  expect(visit.scriptBytes).toBeLessThan(46_100);
  expect(visit.styleBytes).toBeGreaterThanOrEqual(4_000);
  expect(visit.fontBytes).toBe(1_600);
  // Three round trips, and 53 kB at 50 kB a second.
  expect(visit.seconds).toBeGreaterThan(1.2 + 1.06);
  expect(visit.seconds).toBeLessThan(1.2 + 1.1);
});

it.each(['requests', 'scriptBytes', 'styleBytes', 'fontBytes', 'seconds'])(
  'fails above the limit of %s',
  (figure) => {
    const root = build();
    const is = visitOf(root, toldPages(root)[0])[figure];
    expect(visitFindings(root, { '/': { [figure]: is } })).toEqual([]);
    expect(visitFindings(root, { '/': { [figure]: is - 0.01 } })).toEqual([
      expect.stringContaining(`/: ${figure} `),
    ]);
  },
);

it('fails when nothing is said of a page, and when nothing was built', () => {
  expect(visitFindings(build(), { '/qna': { requests: 9 } })).toEqual([
    expect.stringContaining('nothing of /qna'),
  ]);
  expect(visitFindings(treeForTest({ a: '' }), {})).toEqual([expect.stringContaining('no index.html')]);
});

it('wants the Vietnamese face last of its weight', () => {
  const face = (subset, weight) => `src: url('files/be-vietnam-pro-${subset}-${weight}-normal.woff2');\n`;
  const findings = (...faces) => fontOrderFindings(treeForTest({ 'client/ui/fonts.css': faces.join('') }));
  expect(findings(face('latin', 400), face('vietnamese', 400), face('vietnamese', 500))).toEqual([]);
  expect(findings(face('vietnamese', 400), face('latin-ext', 400))).toEqual([
    expect.stringContaining('at 400 latin-ext'),
  ]);
});
