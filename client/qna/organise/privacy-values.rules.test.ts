import { expect, it } from 'vitest';
import { isHeld } from './privacy-values.rules.js';

it.each([
  ['named', false, false],
  ['named', true, true],
  ['hidden', false, true],
  ['hidden', true, true],
] as const)('two people hold keys of a session that is %s, chosen %s: %s', (level, held, isSo) => {
  expect(isHeld({ level, held, holders: ['', ''] })).toBe(isSo);
});
