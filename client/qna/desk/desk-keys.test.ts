import { expect, it } from 'vitest';
import { keysAtFoot, keysInUse, type DeskKey } from './desk-keys.js';

const run = () => undefined;
const KEYS: DeskKey[] = [
  { keys: 'j', label: 'Xuống', when: true, run, foot: 'xuống, lên', footKeys: 'j k' },
  { keys: 'k', label: 'Lên', when: true, run },
  { keys: 'a', label: 'Duyệt', when: false, run, foot: 'duyệt' },
  { keys: 'z', label: 'Hoàn tác', when: true, run, foot: 'hoàn tác' },
];

it('gives nobody a key that is not theirs', () => {
  expect(keysInUse(KEYS).map(({ keys }) => keys)).toEqual(['j', 'k', 'z']);
});

it('names at the foot what has few words, keys that belong together as one', () => {
  expect(keysAtFoot(keysInUse(KEYS))).toEqual([
    { keys: 'j k', foot: 'xuống, lên' },
    { keys: 'z', foot: 'hoàn tác' },
  ]);
});
