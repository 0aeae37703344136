export type Language = 'vi' | 'en';

const known = new Map<string, Language>([
  ['vi', 'vi'],
  ['en', 'en'],
]);

/**
 * The language to begin in: what was chosen on this device, else the first of the browser's (`en-GB`) that we have,
 * else Vietnamese. public/first-paint.js follows the same rule; a test compares the two.
 */
export function startingLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const wanted = [chosen ?? '', ...preferred.map((tag) => tag.toLowerCase().split('-')[0] ?? '')];
  return wanted.map((tag) => known.get(tag)).find((language) => language !== undefined) ?? 'vi';
}
