import { chromium } from '@playwright/test';
import { startApplication } from '../load/arms.ts';
import { createDatabase } from '../load/people.ts';
import { freePort, stop, untilReady } from '../load/processes.ts';
import { median, rounded } from '../load/statistics.ts';
import type { BenchResult } from '../write-result.ts';
import { scoresOf, type Scores } from './lighthouse.ts';
import { visitsIn, type Visit } from './pages.ts';
import { visit, type Visited } from './visit.ts';

const RUNS = 5;

/** How soon five pages can be used on a slow phone that comes for the first time, and what Lighthouse says of them. */
export async function benchFirstVisit(adminUrl: string, dataFolder: string): Promise<BenchResult> {
  const database = await createDatabase(adminUrl);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const app = startApplication({ databaseUrl: database.url, dataFolder, port, demo: true });
  const debugging = await freePort();
  const path = process.env['CHROMIUM_PATH'];
  const browser = await chromium.launch({
    ...(path && { executablePath: path }),
    args: [`--remote-debugging-port=${debugging}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    await untilReady(app);
    const pages = await visitsIn(database.url, origin);
    const measured = new Map<Visit['name'], Visited>();
    for (const page of pages) measured.set(page.name, await medianVisit(() => visit(browser, origin, page)));
    const scores: Scores[] = [];
    for (const page of pages) scores.push(await scoresOf(origin, page, debugging));
    const arms = pages.map(({ name }, place) => ({ name, ...measured.get(name), ...scores[place] }));
    return { arms, figures: figuresOf(measured, scores) };
  } finally {
    await browser.close();
    await stop(app);
    await database.drop();
  }
}

async function medianVisit(once: () => Promise<Visited>): Promise<Visited> {
  const visits: Visited[] = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await once());
  const middle = (of: (visited: Visited) => number, digits: number) =>
    rounded(median(visits.map(of)), digits);
  return {
    usableS: middle(({ usableS }) => usableS, 2),
    requests: middle(({ requests }) => requests, 0),
    kb: middle(({ kb }) => kb, 0),
    shift: middle(({ shift }) => shift, 3),
  };
}

function figuresOf(visited: ReadonlyMap<Visit['name'], Visited>, scores: readonly Scores[]) {
  const of = (name: Visit['name'], figure: keyof Visited) => visited.get(name)?.[figure] ?? Number.NaN;
  const lowest = (category: keyof Scores) => Math.min(...scores.map((one) => one[category]));
  return {
    contest_usable_s: of('contest', 'usableS'),
    home_usable_s: of('home', 'usableS'),
    attempt_usable_s: of('attempt', 'usableS'),
    audience_usable_s: of('audience', 'usableS'),
    sign_in_usable_s: of('sign_in', 'usableS'),
    contest_requests: of('contest', 'requests'),
    contest_kb: of('contest', 'kb'),
    home_shift: of('home', 'shift'),
    lighthouse_accessibility_min: lowest('accessibility'),
    lighthouse_best_practices_min: lowest('best-practices'),
    lighthouse_seo_min: lowest('seo'),
    lighthouse_performance_min: lowest('performance'),
  };
}
