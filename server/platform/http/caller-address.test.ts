import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressReader, trustedProxiesOf } from './caller-address.js';

function request(from: string, forwardedFor?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: from });
  const message = new IncomingMessage(socket);
  if (forwardedFor !== undefined) message.headers['x-forwarded-for'] = forwardedFor;
  return message;
}

describe('where a request comes from', () => {
  const none = addressReader({ TRUSTED_PROXIES: '' });
  const behind = addressReader({ TRUSTED_PROXIES: '10.0.0.1,10.0.1.0/24' });

  it.each([
    {
      what: 'nobody is believed where no proxy is trusted',
      addressOf: none,
      from: request('203.0.113.7', '198.51.100.9'),
      address: '203.0.113.7',
    },
    {
      what: 'a trusted proxy is believed',
      addressOf: behind,
      from: request('10.0.0.1', '198.51.100.9'),
      address: '198.51.100.9',
    },
    {
      what: 'so is a chain of them',
      addressOf: behind,
      from: request('10.0.0.1', '198.51.100.9, 10.0.1.77'),
      address: '198.51.100.9',
    },
    {
      what: 'but not what stands before the chain',
      addressOf: behind,
      from: request('10.0.0.1', '8.8.8.8, 198.51.100.9'),
      address: '198.51.100.9',
    },
    {
      what: 'nor a stranger who names somebody',
      addressOf: behind,
      from: request('203.0.113.7', '198.51.100.9'),
      address: '203.0.113.7',
    },
    {
      what: 'a proxy that names nobody stands for itself',
      addressOf: behind,
      from: request('10.0.0.1'),
      address: '10.0.0.1',
    },
  ])('$what', ({ addressOf, from, address }) => {
    expect(addressOf(from)).toBe(address);
  });
});

it.each([
  ['', false],
  ['10.0.0.1', ['10.0.0.1']],
  ['10.0.0.1,,10.0.0.2', ['10.0.0.1', '10.0.0.2']],
])('the list %j of proxies is %j', (TRUSTED_PROXIES, proxies) => {
  expect(trustedProxiesOf({ TRUSTED_PROXIES })).toEqual(proxies);
});
