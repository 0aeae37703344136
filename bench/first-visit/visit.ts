import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Visit } from './pages.ts';

/** A phone at the edge of a cell. */
const LINK = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const PHONE = { width: 390, height: 844 };
const QUIET_MS = 2_500;
const LONGEST_MS = 60_000;

/** `usableS`: from the press of Enter to heading and main control; the rest until nothing more travels. */
export type Visited = { usableS: number; requests: number; kb: number; shift: number };

/** One visit with an empty cache. */
export async function visit(browser: Browser, origin: string, page: Visit): Promise<Visited> {
  const context = await browser.newContext({
    viewport: PHONE,
    isMobile: true,
    hasTouch: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  try {
    await signInto(context, origin, page.cookie);
    const tab = await context.newPage();
    await tab.addInitScript(observeShifts);
    const session = await context.newCDPSession(tab);
    const traffic = await watchTraffic(session);
    await session.send('Network.emulateNetworkConditions', LINK);
    await tab.goto(`${origin}${page.path}`, { waitUntil: 'commit', timeout: LONGEST_MS });
    const usableS = await usableAt(tab, page);
    await traffic.quiet();
    const shift = await tab.evaluate(() => globalThis.measuredShift ?? 0);
    return { usableS, ...traffic.sum(), shift };
  } finally {
    await context.close();
  }
}

export async function signInto(
  context: BrowserContext,
  origin: string,
  cookie: string | null,
): Promise<void> {
  if (cookie === null) return;
  const at = cookie.indexOf('=');
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }]);
}

declare global {
  var measuredShift: number | undefined;
}

/** Adds up what moves by itself, as the browser reports it. */
function observeShifts(): void {
  const isShift = (
    entry: PerformanceEntry,
  ): entry is PerformanceEntry & { value: number; hadRecentInput: boolean } =>
    'value' in entry && 'hadRecentInput' in entry;
  globalThis.measuredShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (isShift(entry) && !entry.hadRecentInput)
        globalThis.measuredShift = (globalThis.measuredShift ?? 0) + entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Seconds since the visit began; looked for at every frame. */
async function usableAt(tab: Page, { heading, control }: Visit): Promise<number> {
  const [selector = '', text = ''] = control.split('|');
  const handle = await tab.waitForFunction(
    ([title, wanted, words]) => {
      const isDrawn = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0;
      const titled = [...document.querySelectorAll(title ?? '')].some(
        (element) => isDrawn(element) && element.textContent !== '',
      );
      const able = [...document.querySelectorAll(wanted ?? '')].some(
        (element) => isDrawn(element) && (element.textContent ?? '').includes(words ?? ''),
      );
      return titled && able && performance.now() / 1000;
    },
    [heading, selector, text],
    { polling: 'raf', timeout: LONGEST_MS },
  );
  return Number(await handle.jsonValue());
}

async function watchTraffic(session: CDPSession) {
  const open = new Set<string>();
  let [requests, bytes, lastMs] = [0, 0, performance.now()];
  const done = (id: string) => {
    open.delete(id);
    lastMs = performance.now();
  };
  session.on('Network.requestWillBeSent', ({ requestId }) => {
    requests += 1;
    open.add(requestId);
    lastMs = performance.now();
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    done(requestId);
  });
  session.on('Network.loadingFailed', ({ requestId }) => done(requestId));
  await session.send('Network.enable');
  return {
    sum: () => ({ requests, kb: bytes / 1000 }),
    quiet: async () => {
      while (open.size > 0 || performance.now() - lastMs < QUIET_MS)
        await new Promise((resolve) => setTimeout(resolve, 100));
    },
  };
}
