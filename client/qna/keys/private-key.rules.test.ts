import { expect, it } from 'vitest';
import { fileNameOf, markOf, privateKeyIn, writtenKey } from './private-key.rules.js';

const KEY = `${'aZ09_-'.repeat(7)}x`;
const PUBLIC = 'Ab-d_fGhIjKl';

it('is written so that it can be told from any other letters, and read back', () => {
  expect(writtenKey(KEY)).toBe(`HDK1.${KEY}`);
  expect(privateKeyIn(writtenKey(KEY))).toBe(KEY);
});

it.each([
  ['in the file, with words around it', `Khóa riêng của Huy: ${writtenKey(KEY)}. Giữ kín!`, KEY],
  ['bare, with blanks around it', ` \n${KEY}\t`, KEY],
  ['bare with words around it: any 43 letters could stand there', `khóa ${KEY}`, null],
  ['bare with words behind it', `${KEY} của Huy`, null],
  ['a letter short', KEY.slice(1), null],
  ['a letter long', `${KEY}y`, null],
  ['with its mark, a letter short', writtenKey(KEY.slice(1)), null],
  ['with its mark, a letter long', writtenKey(`${KEY}y`), null],
  ['under another mark', `HDK2.${KEY}`, null],
  ['with another sign in place of the dot', `HDK1-${KEY}`, null],
])('is found %s, or not', (_where, text, found) => {
  expect(privateKeyIn(text)).toBe(found);
});

it('goes by the first eight letters of the public key, on screen and as a file', () => {
  expect(markOf(PUBLIC)).toBe('Ab-d_fGh');
  expect(fileNameOf(PUBLIC)).toBe('hai-dang-khoa-Ab-d_fGh.txt');
});
