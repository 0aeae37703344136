import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, isStamped, writeStamp } from '../../scripts/process/stamp.mjs';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'haidang-stamp-'));
  mkdirSync(join(base, 'server/deep'), { recursive: true });
  writeFileSync(join(base, 'server/main.ts'), 'main');
  writeFileSync(join(base, 'server/deep/part.ts'), 'part');
  writeFileSync(join(base, 'server/deep/part.test.ts'), 'test');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const counts = (name) => !name.endsWith('.test.ts');
const print = () => fingerprint(base, ['server', 'absent.json'], counts);

describe('fingerprint', () => {
  it('stays the same when only times and files without influence change', () => {
    const before = print();
    utimesSync(join(base, 'server/main.ts'), 1, 1);
    writeFileSync(join(base, 'server/deep/part.test.ts'), 'another test');
    expect(print()).toBe(before);
  });

  it.each([
    ['a content', () => writeFileSync(join(base, 'server/main.ts'), 'other')],
    ['a new file', () => writeFileSync(join(base, 'server/new.ts'), '')],
    ['a missing file', () => rmSync(join(base, 'server/deep/part.ts'))],
    ['a single file that appears', () => writeFileSync(join(base, 'absent.json'), '')],
    [
      'contents that change places',
      () => {
        writeFileSync(join(base, 'server/main.ts'), 'part');
        writeFileSync(join(base, 'server/deep/part.ts'), 'main');
      },
    ],
  ])('changes with %s', (_what, change) => {
    const before = print();
    change();
    expect(print()).not.toBe(before);
  });
});

describe('stamp', () => {
  it('holds only for the value that was written', () => {
    const path = join(base, 'dist/.server.stamp');
    expect(isStamped(path, 'a')).toBe(false);
    writeStamp(path, 'a');
    expect([isStamped(path, 'a'), isStamped(path, 'b')]).toEqual([true, false]);
  });
});
