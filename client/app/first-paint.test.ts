import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { z } from 'zod';

const firstPaint = readFileSync('client/public/first-paint.js', 'utf8');
const pages: unknown = JSON.parse(readFileSync('client/app/first-pages.json', 'utf8'));
const told = z
  .array(z.object({ path: z.string(), asks: z.array(z.string()) }).loose())
  .parse(pages)
  .map(({ path, asks }) => ({ path, asks, files: ['page.js', 'page.css'], vi: ['vi.js'], en: ['en.js'] }));

const ID = '019ad5b0-4c00-7000-8000-000000000001';

/** What is sent for when the document comes, at an address and as somebody or nobody. */
async function sentFor(pathname: string, { isMember = true, language = 'vi' } = {}) {
  const asked: string[] = [];
  const files: string[] = [];
  const answer = { clone: () => ({ json: () => Promise.resolve({ member: isMember ? { id: ID } : null }) }) };
  runInNewContext(firstPaint, {
    document: {
      documentElement: { lang: 'vi', setAttribute: () => undefined },
      getElementById: (id: string) =>
        id === 'first-pages' ? { textContent: JSON.stringify(told) } : { firstChild: null },
      createElement: () => ({}),
      head: { append: (link: { rel: string; href: string }) => files.push(`${link.rel} ${link.href}`) },
    },
    location: { pathname },
    localStorage: { getItem: (key: string) => (key === 'hai-dang.language' ? language : null) },
    matchMedia: () => ({ matches: false }),
    navigator: { languages: [] },
    performance,
    AbortSignal,
    fetch: (path: string) => {
      asked.push(path);
      return Promise.resolve(answer);
    },
  });
  await new Promise((done) => setImmediate(done));
  return { asked, files };
}

it('sends for the session everywhere, and for a first page’s files and questions', async () => {
  expect(await sentFor('/contests')).toEqual({ asked: ['/api/session'], files: [] });
  expect(await sentFor(`/contests/${ID}`)).toEqual({
    asked: ['/api/session', `/api/contests/${ID}`, '/api/attempts/running'],
    files: ['modulepreload /assets/page.js', 'preload /assets/page.css', 'modulepreload /assets/vi.js'],
  });
});

it('brings the texts in the language of the reader', async () => {
  const { files } = await sentFor('/', { language: 'en' });
  expect(files).toContain('modulepreload /assets/en.js');
  expect(files).not.toContain('modulepreload /assets/vi.js');
});

it('asks for nothing that would be refused: as nobody, and for what is no id', async () => {
  expect((await sentFor(`/contests/${ID}`, { isMember: false })).asked).toEqual(['/api/session']);
  expect(await sentFor('/qna/keys')).toEqual({ asked: ['/api/session'], files: [] });
  expect((await sentFor('/contests/..%2fx')).asked).toEqual(['/api/session']);
});
