import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  lanAddress,
  markDemo,
  refuseDemoBeyondLoopback,
  servingOn,
  wantsDemo,
} from '../../scripts/process/serving.mjs';

describe('wantsDemo', () => {
  it.each([
    ['embedded and local', { env: {}, lan: false, embedded: true }, true],
    ['switched off', { env: { DEMO: 'false' }, lan: false, embedded: true }, false],
    ['a given database', { env: {}, lan: false, embedded: false }, false],
    ['a given database, asked for', { env: { DEMO: 'true' }, lan: false, embedded: false }, true],
    ['in the network', { env: {}, lan: true, embedded: true }, false],
    ['behind a public name', { env: { PUBLIC_URL: 'https://hd.vn' }, lan: false, embedded: true }, false],
    ['a local name', { env: { PUBLIC_URL: 'http://localhost:1' }, lan: false, embedded: true }, true],
  ])('%s', (_case, circumstances, expected) => expect(wantsDemo(circumstances)).toBe(expected));

  it('refuses demo logins that others could reach', () => {
    expect(() => wantsDemo({ env: { DEMO: 'true' }, lan: true, embedded: true })).toThrow('--lan');
    const env = { DEMO: 'true', PUBLIC_URL: 'https://hd.vn' };
    expect(() => wantsDemo({ env, lan: false, embedded: true })).toThrow('PUBLIC_URL');
  });
});

describe('data with the demo world', () => {
  let data = '';
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'haidang-demo-'));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  const serve = (lan, env = {}) => refuseDemoBeyondLoopback(data, { lan }, env);

  it('is served on this machine alone', () => {
    markDemo(data);
    expect(() => serve(false)).not.toThrow();
    expect(() => serve(true)).toThrow('demo world');
    expect(() => serve(false, { PUBLIC_URL: 'https://hd.vn' })).toThrow('demo world');
  });

  it('is told from data without it', () => expect(() => serve(true)).not.toThrow());
});

describe('servingOn', () => {
  it('listens on this machine alone unless the network is asked for', () => {
    expect(servingOn(false, 3000)).toMatchObject({ host: '127.0.0.1', address: 'http://127.0.0.1:3000' });
  });

  it('finds the address others can reach', () => {
    const local = { family: 'IPv4', internal: true, address: '127.0.0.1' };
    const wifi = { family: 'IPv4', internal: false, address: '192.168.1.7' };
    expect(lanAddress({ lo: [local], wlan: [{ ...wifi, family: 'IPv6', address: 'fe80::1' }, wifi] })).toBe(
      '192.168.1.7',
    );
    expect(() => lanAddress({ lo: [local] })).toThrow('in no network');
  });
});
