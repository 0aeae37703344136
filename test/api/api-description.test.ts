import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import supertest from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { TestApp } from '../support/app.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

const ADDRESS = '/api/openapi.json';
const content = z.record(z.string(), z.object({ example: z.unknown().optional() }));
const operation = z.object({
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});

function read(headers: Record<string, string>) {
  const { hostname, port } = new URL(world.url);
  // supertest unpacks by itself; what is looked at here is what was sent.
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((settle, reject) => {
    const asking = request({ hostname, port, path: ADDRESS, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        settle({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    asking.on('error', reject).end();
  });
}

it('is sent as small as the reader can unpack, and is the same in every form', async () => {
  const plain = await read({});
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    vary: 'accept-encoding',
  });
  const brotli = await read({ 'accept-encoding': 'gzip, deflate, br' });
  const gzipped = await read({ 'accept-encoding': 'gzip, br;q=0' });
  expect([brotli, gzipped].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip']);
  expect(brotli.body.length).toBeLessThan(plain.body.length / 5);
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  expect(gunzipSync(gzipped.body).equals(plain.body)).toBe(true);
  expect(new Set([plain, brotli, gzipped].map(({ headers }) => headers['etag'])).size).toBe(3);
});

it('is not sent again to whoever has it', async () => {
  const { headers } = await read({ 'accept-encoding': 'br' });
  const etag = String(headers['etag']);
  const again = await read({ 'accept-encoding': 'br', 'if-none-match': `"other", W/${etag}` });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect((await read({ 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(200);
});

it('stands at one address, which the page for reading it asks for', async () => {
  for (const copy of ['/api/docs-yaml', '/api/docs-json'])
    expect((await supertest(world.url).get(copy)).status).toBe(404);
  expect((await supertest(world.url).get('/api/docs')).text).toContain('swagger-ui-init.js');
  const script = await supertest(world.url).get('/api/docs/swagger-ui-init.js').expect(200);
  expect(script.text).toContain(`"url": "${ADDRESS}"`);
  expect(script.text.length).toBeLessThan(3_000);
});

it('shows of most that may be sent an example, and of every refusal one with its code', async () => {
  const described = z
    .object({ paths: z.record(z.string(), z.record(z.string(), operation)) })
    .parse(JSON.parse((await read({})).body.toString()));
  const operations = Object.values(described.paths).flatMap((path) => Object.values(path));
  const bodies = operations.flatMap(({ requestBody }) => requestBody?.content['application/json'] ?? []);
  expect(bodies.length).toBeGreaterThan(30);
  expect(bodies.filter(({ example }) => example !== undefined).length / bodies.length).toBeGreaterThan(0.6);
  for (const { responses } of operations)
    for (const [status, { content }] of Object.entries(responses))
      if (Number(status) >= 400)
        expect(content?.['application/json']?.example).toMatchObject({
          code: expect.any(String),
          params: {},
        });
});
