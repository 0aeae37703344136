import { describe, expect, it } from 'vitest';
import { installProblem, matchesLock } from '../../scripts/provision/dependencies.mjs';
import { requireSpace } from '../../scripts/provision/disk.mjs';
import { fileProblem } from '../../scripts/terminal/problem.mjs';
import { sharedBuffersMb } from '../../scripts/provision/postgres-server.mjs';

describe('matchesLock', () => {
  const locked = {
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/mac': { version: '1.0.0', integrity: 'sha512-m', optional: true },
  };

  it('accepts what npm installed, without the packages of other platforms', () => {
    expect(matchesLock(locked, { 'node_modules/a': locked['node_modules/a'] })).toBe(true);
  });

  it.each([
    ['nothing is installed', {}],
    ['the version differs', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['the content differs', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
    ['one is there too many', { ...locked, 'node_modules/b': { version: '1.0.0' } }],
  ])('asks for an installation when %s', (_case, installed) => {
    expect(matchesLock(locked, installed)).toBe(false);
  });
});

describe('installProblem', () => {
  it.each([
    [
      'npm error code ENOTFOUND\nnpm error network request to https://registry',
      'registry could not be reached',
    ],
    ['npm error code ETIMEDOUT', 'registry could not be reached'],
    ['npm error code ENOSPC\nnpm error nospc', 'disk became full'],
    ['npm error code EACCES\nnpm error syscall mkdir', 'could not be written'],
    ['npm error code EUSAGE\nnpm error out of sync', 'does not fit package.json'],
    ['npm error code E500', 'npm ci failed'],
  ])('reads %j', (output, expected) => {
    const problem = installProblem(output);
    expect(problem.message).toContain(expected);
    expect(problem.advice).not.toBe('');
  });
});

describe('disk', () => {
  it('refuses before a step for which there is no room, also where the folder does not exist yet', async () => {
    await expect(requireSpace('/tmp/absent/deep', 1e12, 'the dependencies')).rejects.toThrow(
      'the dependencies need',
    );
    await expect(requireSpace('/tmp/absent/deep', 0, 'nothing')).resolves.toBeUndefined();
  });

  it('says what to do about a full disk and a folder of somebody else', () => {
    const failed = (code) => fileProblem(Object.assign(new Error(code), { code }), '/data');
    expect(failed('ENOSPC')).toMatchObject({ message: 'The disk that holds /data is full.' });
    expect(failed('EACCES').advice).toContain('DATA_DIR=');
  });
});

describe('the memory that the database keeps pages in', () => {
  const GB = 1024 ** 3;
  it.each([
    ['a small machine', 1 * GB, 256],
    ['one of eight gigabytes', 8 * GB, 512],
    ['one of twenty-four', 24 * GB, 1_536],
    ['a large one', 256 * GB, 2_048],
  ])('on %s', (_machine, memory, megabytes) => expect(sharedBuffersMb(memory)).toBe(megabytes));
});
