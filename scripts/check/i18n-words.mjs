import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { matching } from './sources.mjs';

/** Letters beyond those of English: in a string they are a word for people. */
const LETTER = /(?![A-Za-z])\p{Script=Latin}/u;
const OUR_NAME = 'Hải Đăng';
/** The demo is a story, migrations fold letters, and these know words that people write into files: nobody reads them. */
const EXCEPT = [
  /^server\/(demo|database\/migrations)\//,
  /^server\/question-bank\/formats\/(csv-columns|csv-headings|gift-open)\.rules\.ts$/,
  /\.test\.ts$/,
];

/**
 * Strings of the server with Vietnamese in them, which belongs in a vi.json. A single letter is no word.
 * @param {string} root
 * @returns {string[]}
 */
export function wordsInCode(root) {
  return matching(root, 'server/**/*.ts')
    .filter((path) => !EXCEPT.some((pattern) => pattern.test(path)))
    .flatMap((path) => stringsIn(path, readFileSync(join(root, path), 'utf8')));
}

/** @param {string} path @param {string} source */
function stringsIn(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  /** @type {string[]} */
  const findings = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
      isWord(node.text)
    ) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      findings.push(`${path}:${line}: words-in-code: ${node.text.trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
}

/** @param {string} text */
const isWord = (text) => text !== OUR_NAME && [...text].length > 1 && LETTER.test(text);
