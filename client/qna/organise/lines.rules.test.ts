import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf, mergedLines, refusalOf, textOf } from './lines.rules.js';

it('takes one entry a line, once, without empty ones', () => {
  expect(linesOf('lương\r\n  thưởng \n\nLƯƠNG\nhạ̣')).toEqual(['lương', 'thưởng', 'hạ̣'.normalize('NFC')]);
  expect(linesOf('')).toEqual([]);
  // The same letters, composed and decomposed.
  expect(linesOf('được\nđược'.normalize('NFD'))).toEqual(['được']);
});

it('keeps a list as it is on the way through the field', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      const list = linesOf(texts.join('\n'));
      expect(linesOf(textOf(list))).toEqual(list);
    }),
  );
});

it('lays two changes of a list over each other, and names once what both added', () => {
  expect(mergedLines(['a', 'b', 'x'], ['b', 'c', 'x'], ['a', 'b'])).toEqual(['b', 'x', 'c']);
  expect(mergedLines(['b'], ['a', 'b'], ['a', 'b']), 'what they took out stays out').toEqual(['b']);
});

it('finds what is wrong with a part of a field', () => {
  expect(refusalOf({ 'words.3': 'quá dài' }, 'words')).toBe('quá dài');
  expect(refusalOf({ keyHolders: 'cùng một người' }, 'keyHolders')).toBe('cùng một người');
  expect(refusalOf({ wordsBefore: 'x' }, 'words')).toBeUndefined();
});
