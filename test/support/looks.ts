import { readdirSync, readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoSessions } from '../../server/demo/qna.js';
import { demoQuestions } from '../../server/demo/questions/all.js';

/** The rules whose verdict another theme can change. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Which rules to look by: `colours` where only the theme changed since the rest was looked at, `words` where only the language did. */
export type Look = 'everything' | 'colours' | 'words';

/** What axe finds, a line each. */
export async function violations(page: Page, look: Look = 'everything'): Promise<string[]> {
  await page.evaluate(transitionsEnded);
  // Describing everything that passed as well takes longer than the looking.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  if (look === 'colours') axe.withRules(ABOUT_COLOURS);
  if (look === 'words') axe.disableRules(ABOUT_COLOURS);
  const { violations: found } = await axe.analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 160)}`).join(' | ')}`,
  );
}

/** Half-way between two themes every contrast is wrong. */
async function transitionsEnded(): Promise<void> {
  const running = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(running.map((one) => one.finished));
}

/** Every text on the page, the ones for screen readers and in empty fields too. */
async function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest('style, script'))
        texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** Texts that are the key of a text: what i18next shows when there is none. */
export async function rawKeys(page: Page): Promise<string[]> {
  const texts = await textsOf(page);
  return texts.filter((text) => /^[a-z][A-Za-z]*(\.[A-Za-z_]+)+$/.test(text) || /\{\{|\}\}/.test(text));
}

/** Vietnamese sentences of the application on a page that is shown in English. */
export async function vietnameseLeft(page: Page): Promise<string[]> {
  const texts = await textsOf(page);
  return [...new Set(texts)].filter((text) => onlyVietnamese.has(text));
}

const onlyVietnamese = ownWords();

/** Whole texts without gaps that stand in a vi.json and in no en.json, and that nobody says in the demo world: an option may well be “Trực tiếp”. */
function ownWords(): Set<string> {
  const files = readdirSync('client', { recursive: true, encoding: 'utf8' });
  const wordsOf = (name: string) =>
    files
      .filter((file) => file.endsWith(name) && !file.startsWith('dev'))
      .flatMap((file) => leaves(JSON.parse(readFileSync(`client/${file}`, 'utf8'))));
  const english = new Set(wordsOf('en.json'));
  const said = new Set([...leaves(demoQuestions), ...leaves(demoSessions)]);
  return new Set(
    wordsOf('vi.json').filter((text) => !text.includes('{{') && !english.has(text) && !said.has(text)),
  );
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** How many pixels the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
