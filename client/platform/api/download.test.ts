import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { download } from './download.js';

const saved: string[] = [];
let answers: (() => Promise<Response>)[];
let preparing: number;
beforeEach(() => {
  vi.useFakeTimers();
  saved.length = 0;
  preparing = 0;
  vi.stubGlobal('fetch', () => answers.shift()?.() ?? Promise.reject(new TypeError('away')));
  vi.stubGlobal('document', {
    createElement: () => {
      const link = { href: '', download: '', click: () => void saved.push(link.download) };
      return link;
    },
  });
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const file = () =>
  new Response('số', { headers: { 'content-disposition': 'attachment; filename="so-cau-hoi-AB23.pdf"' } });
const busy = () =>
  Response.json({ code: 'busy', params: { retryAfterSeconds: 3 }, requestId: 'r' }, { status: 503 });
const soon = (answer: () => Response) => () => Promise.resolve(answer());
const start = () => download('/ledger.pdf', () => (preparing += 1));

it('saves what is ready at once under the name it was given, without a word', async () => {
  answers = [soon(file)];
  await start();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([saved, preparing]).toEqual([['so-cau-hoi-AB23.pdf'], 0]);
});

it('says once that it is being prepared when that takes longer than a moment', async () => {
  answers = [() => new Promise((settle) => setTimeout(() => settle(file()), 4_000))];
  const done = start();
  await vi.advanceTimersByTimeAsync(999);
  expect(preparing).toBe(0);
  await vi.advanceTimersByTimeAsync(4_000);
  await done;
  expect([saved.length, preparing]).toEqual([1, 1]);
});

it('comes back when the server says so while too many wait there', async () => {
  answers = [soon(busy), soon(busy), soon(file)];
  const done = start();
  await vi.advanceTimersByTimeAsync(2_999);
  expect(answers).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(3_001);
  await done;
  expect([saved.length, preparing]).toEqual([1, 1]);
});

it('fails with the reason of the server, or with that of the network', async () => {
  answers = [soon(() => Response.json({ code: 'qna.removed', params: {}, requestId: 'r' }, { status: 403 }))];
  await expect(start()).rejects.toMatchObject({ code: 'qna.removed' });
  await expect(start()).rejects.toMatchObject({ code: 'network' });
  expect(saved).toEqual([]);
});
