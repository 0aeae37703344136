import { createServer } from 'node:net';
import { codeOf, Problem } from '../terminal/problem.mjs';

const DEFAULT_PORT = 3000;

/** The port to serve on, from PORT. @param {NodeJS.ProcessEnv} env */
export function wantedPort(env) {
  const text = env.PORT?.trim();
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Problem(
    `PORT is "${text}", which is not a port.`,
    'Use a number from 1 to 65535: PORT=3001 npm start',
  );
}

/**
 * Makes sure before the long steps that the port can be had.
 * @param {number} port
 * @param {string} host
 */
export async function requirePort(port, host) {
  const code = (await bindError(port, host)) || (host === '127.0.0.1' ? await neighbourError(port) : '');
  if (code) throw portProblem(code, port);
}

/** @param {string} code errno name @param {number} port */
export function portProblem(code, port) {
  const other = port < 65_535 ? port + 1 : port - 1;
  if (code === 'EADDRINUSE') {
    return new Problem(
      `Port ${port} is already in use by another program.`,
      `Stop that program, or choose another port: PORT=${other} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new Problem(
      `Port ${port} may not be opened by this user.`,
      'Choose one above 1023: PORT=3000 npm start',
    );
  }
  return new Problem(`Port ${port} cannot be opened (${code}).`, `Try another one: PORT=${other} npm start`);
}

/** A port of the loopback address that nobody uses at this moment. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** A program on ::1 would answer for "localhost" in some browsers; a machine without IPv6 has none. @param {number} port */
async function neighbourError(port) {
  const code = await bindError(port, '::1');
  return code === 'EADDRINUSE' ? code : '';
}

/** @param {number} port @param {string} host @returns {Promise<string>} errno name, or '' when it is free */
function bindError(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(codeOf(error) || 'unknown'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve('')));
  });
}
