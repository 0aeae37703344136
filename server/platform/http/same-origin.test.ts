import { describe, expect, it } from 'vitest';
import { ownOriginOf } from './same-origin.js';

const bare = { TRUSTED_PROXIES: '' };
const behindProxy = { TRUSTED_PROXIES: '10.0.0.1' };
const published = { PUBLIC_URL: 'https://thi.example', TRUSTED_PROXIES: '10.0.0.1' };

describe('an origin is our own', () => {
  it.each([
    { what: 'no Origin is sent', addresses: bare, origin: undefined, host: 'thi.example', own: true },
    {
      what: 'host and scheme are those we are reached by',
      addresses: bare,
      origin: 'http://127.0.0.1:3000',
      host: '127.0.0.1:3000',
      own: true,
    },
    { what: 'another host', addresses: bare, origin: 'http://evil.example', host: 'thi.example', own: false },
    {
      what: 'another port',
      addresses: bare,
      origin: 'http://127.0.0.1:3001',
      host: '127.0.0.1:3000',
      own: false,
    },
    {
      what: 'another scheme',
      addresses: bare,
      origin: 'https://127.0.0.1:3000',
      host: '127.0.0.1:3000',
      own: false,
    },
    {
      what: 'a scheme that is no page of the web',
      addresses: behindProxy,
      origin: 'ftp://thi.example',
      host: 'thi.example',
      own: false,
    },
    {
      what: 'https, where a proxy may add it',
      addresses: behindProxy,
      origin: 'https://thi.example',
      host: 'thi.example',
      own: true,
    },
    {
      what: 'https, as published',
      addresses: published,
      origin: 'https://thi.example',
      host: 'thi.example',
      own: true,
    },
    {
      what: 'http, though https is published',
      addresses: published,
      origin: 'http://thi.example',
      host: 'thi.example',
      own: false,
    },
    {
      what: 'the plain address beside the published one',
      addresses: published,
      origin: 'http://10.0.0.7:3000',
      host: '10.0.0.7:3000',
      own: true,
    },
    { what: 'an opaque page', addresses: bare, origin: 'null', host: 'thi.example', own: false },
    { what: 'no host', addresses: bare, origin: 'http://thi.example', host: undefined, own: false },
  ])('$what: $own', ({ addresses, origin, host, own }) => {
    expect(ownOriginOf(addresses)(origin, host)).toBe(own);
  });
});
