import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort, portProblem, requirePort, wantedPort } from '../../scripts/process/ports.mjs';

const server = createServer();
afterEach(() => server.close());

describe('requirePort', () => {
  it('names the port in use and another one to try', async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    await expect(requirePort(port, '127.0.0.1')).rejects.toMatchObject({
      message: expect.stringContaining(`Port ${port} is already in use`),
      advice: expect.stringContaining(`PORT=${port === 65_535 ? port - 1 : port + 1} npm start`),
    });
  });

  it('accepts a free one', async () => {
    await expect(requirePort(await freePort(), '127.0.0.1')).resolves.toBeUndefined();
  });
});

describe('wantedPort', () => {
  it.each([
    [{}, 3000],
    [{ PORT: ' 8080 ' }, 8080],
    [{ PORT: '' }, 3000],
  ])('reads %j as %d', (env, port) => expect(wantedPort(env)).toBe(port));

  it.each(['0', '65536', '3000.5', 'web'])('refuses %s', (PORT) => {
    expect(() => wantedPort({ PORT })).toThrow(PORT);
  });
});

describe('portProblem', () => {
  it('tells a forbidden port from one in use', () => {
    expect(portProblem('EACCES', 80).advice).toContain('above 1023');
    expect(portProblem('EADDRINUSE', 65_535).advice).toContain('PORT=65534');
  });
});
