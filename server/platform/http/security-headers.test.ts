import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSecurityHeaders } from './security-headers.js';
import { serveSite } from './static-site.js';

let site: string;
let fastify: FastifyInstance;
beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'haidang-site-'));
  mkdirSync(join(site, 'assets'));
  writeFileSync(join(site, 'index.html'), '<!doctype html>');
  writeFileSync(join(site, 'assets/a1b2.js'), '');
  fastify = Fastify();
  addSecurityHeaders(fastify, false);
  fastify.put('/api/session', () => ({ saved: true }));
  fastify.get('/api/docs', (_request, reply) => reply.type('text/html').send('<p>'));
  fastify.get('/api/session', () => ({ somebody: true }));
  await serveSite(fastify, site);
});
afterAll(async () => {
  await fastify.close();
  rmSync(site, { recursive: true });
});

const answer = async (url: string) => {
  const { statusCode, headers } = await fastify.inject(url);
  return { statusCode, ...headers };
};

describe('how long an answer is kept', () => {
  it.each([
    ['/api/session', 200],
    ['/%61pi/session', 200],
    ['/api/session?x=/assets/', 200],
    ['/api/nothing', 404],
  ])('data is kept by nobody: %s', async (url, statusCode) => {
    expect(await answer(url)).toMatchObject({ statusCode, 'cache-control': 'no-store' });
  });

  it.each(['/robots.txt', '/favicon.ico', '/.well-known/security.txt', '/assets', '/a/b.json?c=d'])(
    'a file that there is not is no page: %s',
    async (url) => {
      expect(await answer(url)).toMatchObject({ statusCode: 404 });
    },
  );

  it('a file whose name changes with it is kept, the page is asked for anew each time', async () => {
    expect(await answer('/assets/a1b2.js')).toMatchObject({
      statusCode: 200,
      'cache-control': 'public, max-age=31536000, immutable',
    });
    for (const url of ['/', '/qna/1', '/index.html'])
      expect(await answer(url)).toMatchObject({ statusCode: 200, 'cache-control': 'no-cache' });
  });
});

describe('the content security policy', () => {
  const policyOf = async (url: string, headers = {}) => {
    const answered = await fastify.inject({ url, headers });
    return answered.headers['content-security-policy'];
  };

  it('stands on documents only', async () => {
    for (const url of ['/', '/qna/1', '/index.html', '/api/docs']) expect(await policyOf(url)).toBeDefined();
    for (const url of ['/assets/a1b2.js', '/api/session', '/api/nothing', '/nothing.png'])
      expect(await policyOf(url), url).toBeUndefined();
    const saved = await fastify.inject({ url: '/api/session', method: 'PUT' });
    expect(saved.headers).not.toHaveProperty('content-security-policy');
  });

  it('lets pages talk to their own host and no other', async () => {
    expect(await policyOf('/', { host: 'thi.example:8443' })).toMatch(
      /connect-src 'self' ws:\/\/thi\.example:8443 wss:\/\/thi\.example:8443$/,
    );
    expect(await policyOf('/', { host: '[::1]:3000' })).toContain('wss://[::1]:3000');
    for (const host of ['a.example; script-src *', 'a.example *'])
      expect(await policyOf('/', { host })).toMatch(/connect-src 'self'$/);
  });
});
