import { expect, it } from 'vitest';
import { networkTag } from './guest-cookie.js';

const tag = (address: string, { secret = 's', place = 'qna 1' } = {}) =>
  networkTag(secret, place, address).toString('hex');

it('is the same for one network at one place, and tells nothing from place to place', () => {
  expect(tag('203.0.113.7')).toBe(tag('203.0.113.7'));
  expect(tag('203.0.113.7')).not.toBe(tag('203.0.113.8'));
  expect(tag('203.0.113.7')).not.toBe(tag('203.0.113.7', { place: 'qna 2' }));
  expect(tag('203.0.113.7')).not.toBe(tag('203.0.113.7', { secret: 't' }));
});

it('takes a device that changes the last half of its address for one network', () => {
  const one = tag('2001:db8:0:12::1');
  expect(tag('2001:db8:0:12:a1:b2:c3:d4')).toBe(one);
  expect(tag('2001:0db8:0000:0012::ffff')).toBe(one);
  expect(tag('2001:db8:0:13::1')).not.toBe(one);
  expect(tag('::1')).not.toBe(one);
  expect(tag('::ffff:203.0.113.7')).not.toBe(tag('::ffff:203.0.113.8'));
});
