import { expect, it } from 'vitest';
import { nameTrouble } from './guest-name.rules.js';

it.each([
  ['', 'nameShort'],
  ['A', 'nameShort'],
  ['  A  ', 'nameShort'],
  ['An', null],
  [' An ', null],
  ['a'.repeat(60), null],
  [` ${'a'.repeat(60)} `, null],
  ['a'.repeat(61), 'nameLong'],
])('of the name %j the trouble is %j', (name, trouble) => {
  expect(nameTrouble(name)).toBe(trouble);
});
