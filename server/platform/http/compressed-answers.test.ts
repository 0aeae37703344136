import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compressAnswers } from './compressed-answers.js';

const many = { items: Array.from({ length: 200 }, (_, place) => ({ place, name: 'Trần Thị Hạnh' })) };
const written = JSON.stringify(many);

let fastify: FastifyInstance;
beforeAll(async () => {
  fastify = Fastify();
  compressAnswers(fastify);
  fastify.get('/api/many', () => many);
  fastify.get('/api/few', () => ({ items: [] }));
  fastify.get('/api/picture', (_request, reply) => reply.type('image/png').send(Buffer.alloc(5_000)));
  fastify.get('/api/packed', (_request, reply) =>
    reply.header('content-encoding', 'zstd').type('text/plain').send('x'.repeat(5_000)),
  );
  fastify.put('/api/many', () => many);
  await fastify.ready();
});
afterAll(() => fastify.close());

const ask = async (url: string, encoding: string, method: 'GET' | 'PUT' = 'GET') => {
  const { headers, rawPayload } = await fastify.inject({
    url,
    method,
    headers: { 'accept-encoding': encoding },
  });
  return {
    encoding: headers['content-encoding'],
    vary: headers['vary'],
    body: rawPayload,
    length: headers['content-length'],
  };
};

it.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
] as const)('presses what is read for who takes %s', async (accepted, encoding, unpack) => {
  const answer = await ask('/api/many', accepted);
  expect(answer).toMatchObject({ encoding, vary: 'accept-encoding', length: String(answer.body.length) });
  expect(unpack(answer.body).toString()).toBe(written);
  expect(answer.body.length).toBeLessThan(written.length / 5);
});

it('leaves as it is what is short, what is no text, what is pressed already and what nobody could unpack', async () => {
  expect((await ask('/api/few', 'br')).encoding).toBeUndefined();
  expect((await ask('/api/picture', 'br')).encoding).toBeUndefined();
  expect((await ask('/api/packed', 'br')).encoding).toBe('zstd');
  const plain = await ask('/api/many', 'identity');
  expect(plain).toMatchObject({ encoding: undefined, vary: 'accept-encoding' });
  expect(plain.body.toString()).toBe(written);
});

it('never touches what a write answers', async () => {
  expect(await ask('/api/many', 'br', 'PUT')).toMatchObject({ encoding: undefined, vary: undefined });
});
