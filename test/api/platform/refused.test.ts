import { request as send } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureView } from '../../../shared/kernel/failure.js';
import { TestApp } from '../../support/app.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

type Answer = { status: number | undefined; allow: string | undefined; body: unknown };

/** As it stands: no library tidies the address or the method. */
async function ask(method: string, path: string): Promise<Answer> {
  const { hostname, port } = new URL(world.url);
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    send({ hostname, port, path, method }, resolve).on('error', reject).end();
  });
  const written = await text(answer);
  return {
    status: answer.statusCode,
    allow: answer.headers.allow,
    body: method === 'HEAD' ? null : JSON.parse(written),
  };
}

describe('what no route takes', () => {
  it.each([
    '/api/contests/%zz',
    '/api/%',
    '/api/contests/%c3%28',
    `/api/contests/${'x'.repeat(300)}`,
    '/%zz',
  ])('answers a malformed address as a failure: %s', async (path) => {
    const { status, body } = await ask('GET', path);
    expect(status).toBe(400);
    expect(failureView.parse(body)).toMatchObject({ code: 'input.invalid', params: {} });
  });

  it.each([
    ['DELETE', '/api/contests', 'GET, HEAD, POST'],
    ['PATCH', '/api/session', 'DELETE, GET, HEAD, POST'],
    ['PROPFIND', '/api/health', 'GET, HEAD'],
    ['OPTIONS', '/api/health', 'GET, HEAD'],
    ['POST', '/api/openapi.json', 'GET, HEAD'],
    ['PUT', '/api/attempts/019ad5b0-4c00-7000-8000-000000000001', 'GET, HEAD'],
  ])('says which methods there are: %s %s', async (method, path, allow) => {
    const answer = await ask(method, path);
    expect(answer).toMatchObject({ status: 405, allow });
    expect(failureView.parse(answer.body).code).toBe('method.not_allowed');
  });

  it.each(['GET', 'POST', 'PROPFIND'])('finds no address that there is not: %s', async (method) => {
    const { status, body } = await ask(method, '/api/nothing/here');
    expect(status).toBe(404);
    expect(failureView.parse(body).code).toBe('not_found');
  });

  it('answers a method that is none', async () => {
    const { hostname, port } = new URL(world.url);
    const socket = connect(Number(port), hostname);
    socket.end('FETCH /api/session HTTP/1.1\r\nhost: x\r\n\r\n');
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(failureView.parse(JSON.parse(body)).code).toBe('input.invalid');
  });
});

it('presses what is read and leaves what is written as it is', async () => {
  const member = await world.member();
  const list = await member.get('/api/contests').set('accept-encoding', 'gzip');
  expect(list.status).toBe(200);
  const described = await world.outsider().get('/api/docs').set('accept-encoding', 'gzip');
  expect(described.headers['content-encoding']).toBe('gzip');
});
