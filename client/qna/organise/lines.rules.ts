import { sameText } from '../../../shared/kernel/text.js';

/** A text with one entry a line as a list: trimmed, without empty lines and without repeats, whatever their case. */
export function linesOf(text: string): string[] {
  const seen = new Set<string>();
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().normalize('NFC'))
    .filter((line) => {
      const same = sameText(line);
      if (same === '' || seen.has(same)) return false;
      seen.add(same);
      return true;
    });
}

export const textOf = (lines: readonly string[]): string => lines.join('\n');

/** Their list with what I added to `base`, and without what I took from it. */
export function mergedLines(
  theirs: readonly string[],
  mine: readonly string[],
  base: readonly string[],
): string[] {
  const kept = theirs.filter((line) => mine.includes(line) || !base.includes(line));
  return [...kept, ...mine.filter((line) => !base.includes(line) && !theirs.includes(line))];
}

/** What is wrong with a field or with a part of it: `words` is refused where `words.3` is. */
export function refusalOf(errors: Record<string, string>, field: string): string | undefined {
  const path = Object.keys(errors).find((key) => key === field || key.startsWith(`${field}.`));
  return path === undefined ? undefined : errors[path];
}
