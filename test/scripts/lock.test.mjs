import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secondCopyProblem } from '../../scripts/process/data-lock.mjs';
import { startOf } from '../../scripts/process/identity.mjs';
import { claim, isHeld, withLock } from '../../scripts/process/lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haidang-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = () => join(folder, 'inner', 'running.lock');

describe('claim', () => {
  it('names the living holder to whoever comes second', () => {
    claim(lockFile(), { url: 'http://127.0.0.1:3000' });
    const second = claim(lockFile());
    expect(second).toEqual({
      holder: { pid: process.pid, start: startOf(process.pid), note: { url: 'http://127.0.0.1:3000' } },
    });
  });

  it('takes over from a process that has ended and hands on what it wrote', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    const first = claim(lockFile());
    if (!('release' in first)) throw new Error('expected the lock');
    writeFileSync(lockFile(), JSON.stringify({ pid: gone.pid, start: '1', note: { application: 7 } }));
    const second = claim(lockFile());
    expect(second).toMatchObject({ previous: { pid: gone.pid, note: { application: 7 } } });
  });

  it('takes over from half a file', () => {
    claim(lockFile());
    writeFileSync(lockFile(), '{"pid":');
    expect(claim(lockFile())).toHaveProperty('release');
  });

  it('leaves no file behind when it is released, and keeps later notes until then', () => {
    const claimed = claim(lockFile(), { url: 'x' });
    if (!('release' in claimed)) throw new Error('expected the lock');
    claimed.annotate({ application: 42 });
    expect(JSON.parse(readFileSync(lockFile(), 'utf8')).note).toEqual({ url: 'x', application: 42 });
    claimed.release();
    expect(existsSync(lockFile())).toBe(false);
  });
});

describe('isHeld', () => {
  it('does not mistake a new process with the old id for the holder', () => {
    expect(isHeld({ pid: process.pid, start: startOf(process.pid), note: {} })).toBe(true);
    expect(isHeld({ pid: process.pid, start: 'another', note: {} })).toBe(false);
  });
});

describe('withLock', () => {
  it('lets only one work at a time and frees the lock after a failure', async () => {
    const order = [];
    let fail = () => {};
    const first = withLock(
      lockFile(),
      () => new Promise((_done, reject) => (fail = () => reject(new Error('no')))),
    );
    const second = withLock(
      lockFile(),
      async () => order.push('second works'),
      () => {
        order.push('second waits');
        fail();
      },
    );
    await expect(first).rejects.toThrow('no');
    await second;
    expect(order).toEqual(['second waits', 'second works']);
  });
});

describe('secondCopyProblem', () => {
  it('says which process runs, where, and how to run another copy', () => {
    const problem = secondCopyProblem('/data', {
      pid: 12,
      start: '',
      note: { url: 'http://127.0.0.1:3000' },
    });
    expect(problem.message).toContain('process 12, http://127.0.0.1:3000');
    expect(problem.advice).toContain('DATA_DIR=.data-2 PORT=3001 npm start');
  });
});
