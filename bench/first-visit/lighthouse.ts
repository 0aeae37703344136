import lighthouse from 'lighthouse';
import type { Visit } from './pages.ts';

const CATEGORIES = ['accessibility', 'best-practices', 'seo', 'performance'] as const;
export type Scores = Record<(typeof CATEGORIES)[number], number>;

/** Scores from 0 to 100 as Lighthouse gives them to a page on its phone; `port` is the browser's for debugging. */
export async function scoresOf(origin: string, { path, cookie }: Visit, port: number): Promise<Scores> {
  const result = await lighthouse(`${origin}${path}`, {
    port,
    onlyCategories: [...CATEGORIES],
    logLevel: 'error',
    ...(cookie !== null && { extraHeaders: { Cookie: cookie } }),
  });
  if (!result) throw new Error(`Lighthouse says nothing of ${path}`);
  const { categories } = result.lhr;
  const scoreOf = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    accessibility: scoreOf('accessibility'),
    'best-practices': scoreOf('best-practices'),
    seo: scoreOf('seo'),
    performance: scoreOf('performance'),
  };
}
