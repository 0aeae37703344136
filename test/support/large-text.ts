import { expect, type Page } from '@playwright/test';

const ORDINARY_PX = 16;

/** Text as large as somebody has set it in the browser, where no stylesheet of ours has a word in it. */
export async function setTextSize(page: Page, percent: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const standard = (ORDINARY_PX * percent) / 100;
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  await session.detach();
  await expect.poll(() => page.evaluate(rootFontPx), 'the size of text that was asked for').toBe(standard);
}

const rootFontPx = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Texts that stand on the page before and after `change` and have not grown by `factor`, with both sizes in px. */
export async function notGrown(page: Page, factor: number, change: () => Promise<void>): Promise<string[]> {
  const before = await page.evaluateHandle(textSizes);
  await change();
  const left = () =>
    before.evaluate((sizes, least) => {
      const lines: string[] = [];
      for (const [text, old] of sizes) {
        const parent = text.parentElement;
        if (!text.isConnected || !parent?.checkVisibility()) continue;
        const now = Number.parseFloat(getComputedStyle(parent).fontSize);
        if (now < old * least - 0.1) lines.push(`${old} → ${now}: ${text.data.trim().slice(0, 60)}`);
      }
      return lines;
    }, factor);
  return onceSettled(left);
}

/** Styles, and lists that measure their rows, follow a moment after what was set. */
async function onceSettled(found: () => Promise<string[]>): Promise<string[]> {
  let last = await found();
  for (let turn = 0; turn < 20 && last.length > 0; turn += 1) last = await found();
  return last;
}

/** Every text that is drawn, with the px of its letters. */
function textSizes(): Map<Text, number> {
  const sizes = new Map<Text, number>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentElement;
    if (!(text instanceof Text) || !parent?.checkVisibility() || text.data.trim() === '') continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size > 0) sizes.set(text, size);
  }
  return sizes;
}

/** Texts that reach over the sides of the window, or are cut off by a box that neither scrolls nor says “…”. */
export async function cutTexts(page: Page): Promise<string[]> {
  return onceSettled(() => page.evaluate(textsCutOff));
}

function textsCutOff(): string[] {
  const SLACK_PX = 2;
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentElement;
    if (!(text instanceof Text) || !parent?.checkVisibility() || text.data.trim() === '') continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const where = cutBy(parent, range.getBoundingClientRect());
    if (where) found.add(`${where}: ${text.data.trim().slice(0, 60)}`);
  }
  return [...found];

  function cutBy(parent: Element, text: DOMRect): string | null {
    if (text.width === 0) return null;
    for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
      const { clipPath, overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(box);
      if (clipPath !== 'none' || textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return null;
      if (/auto|scroll/.test(overflowX)) return null;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const beside = text.left < left - SLACK_PX || text.right > right + SLACK_PX;
      const beyond = text.top < top - SLACK_PX || text.bottom > bottom + SLACK_PX;
      if (/hidden|clip/.test(overflowX) && beside) return `cut by ${nameOf(box)}`;
      if (/auto|scroll/.test(overflowY)) return null;
      if (/hidden|clip/.test(overflowY) && beyond) return `cut by ${nameOf(box)}`;
    }
    const { innerWidth } = window;
    if (text.left >= -SLACK_PX && text.right <= innerWidth + SLACK_PX) return null;
    return `from ${Math.round(text.left)} to ${Math.round(text.right)} of ${innerWidth}`;
  }

  function nameOf(element: Element): string {
    return `${element.localName}.${String(element.getAttribute('class')).split(' ')[0]}`;
  }
}
