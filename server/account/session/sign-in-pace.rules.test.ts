import { describe, expect, it } from 'vitest';
import { bucketsOf, networkOf } from './sign-in-pace.rules.js';

describe('where a try to sign in is counted', () => {
  const place = { device: 'd1', network: '203.0.113.7' };
  const keysOf = (...given: Parameters<typeof bucketsOf>) => bucketsOf(...given).map(({ key }) => key);

  const nobodys = { ...place, device: null };
  const [own, elsewhere] = ['m network 203.0.113.7', 'm strangers'];
  it.each([
    { from: place, known: { device: true, network: false }, keys: ['m device d1'], name: 'a known device' },
    { from: place, known: { device: true, network: true }, keys: ['m device d1'], name: 'both known' },
    { from: place, known: { device: false, network: true }, keys: [own], name: 'a known address' },
    { from: place, known: { device: false, network: false }, keys: [own, elsewhere], name: 'a stranger' },
    {
      from: nobodys,
      known: { device: true, network: false },
      keys: [own, elsewhere],
      name: 'no device of ours',
    },
  ])('is of its own for $name, and beside all strangers for one', ({ from, known, keys }) => {
    expect(keysOf('m', from, known)).toEqual(keys);
  });

  it('lets all strangers together try more than one of them, or one would keep all others out', () => {
    const [one, all] = bucketsOf('m', place, { device: false, network: false });
    expect(all?.pace.max).toBeGreaterThan(one.pace.max);
  });
});

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
