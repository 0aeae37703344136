import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { startingLanguage } from './language.js';

const firstPaint = readFileSync('client/public/first-paint.js', 'utf8');

/** The language that the document is in before the application starts. */
function firstPainted(chosen: string | null, preferred: readonly string[]): string {
  const root = { lang: 'vi', setAttribute: () => undefined };
  runInNewContext(firstPaint, {
    document: { documentElement: root, getElementById: () => null },
    localStorage: { getItem: (key: string) => (key === 'hai-dang.language' ? chosen : null) },
    matchMedia: () => ({ matches: false }),
    navigator: { languages: preferred },
  });
  return root.lang;
}

describe('the language to begin in, and the one of the first paint', () => {
  it.each([
    [null, ['en-GB', 'vi'], 'en'],
    [null, ['vi-VN', 'en-US'], 'vi'],
    [null, ['fr-FR', 'EN-us', 'vi'], 'en'],
    [null, ['fr-FR', 'de'], 'vi'],
    [null, ['enm'], 'vi'],
    [null, [], 'vi'],
    ['vi', ['en-GB'], 'vi'],
    ['en', ['vi-VN'], 'en'],
    ['fr', ['en-GB'], 'en'],
  ])('chosen %s, of the browser %j: %s', (chosen, preferred, language) => {
    expect(startingLanguage(chosen, preferred)).toBe(language);
    expect(firstPainted(chosen, preferred)).toBe(language);
  });
});
