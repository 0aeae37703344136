import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { wholeFrame, WholeFrameServer } from './whole-frames.js';

const http = createServer();
const sockets = new WholeFrameServer({ server: http });
const said: string[] = [
  '',
  '3',
  'a'.repeat(125),
  'a'.repeat(126),
  'a'.repeat(65_535),
  'a'.repeat(65_536),
  'Thủ đô của nước ta',
  'é',
  `${'a'.repeat(200)} 🙂`,
  '\u0000\u007f',
];

beforeAll(() => new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  sockets.close();
  http.close();
});

test('whatever is said is heard by a WebSocket that knows nothing of it, in its order', async () => {
  const sent: unknown[] = [];
  sockets.once('connection', (socket) => {
    for (const text of said) socket.send(text, (error) => sent.push(error));
    socket.send(Buffer.from([1, 2, 3]));
    socket.send('with options', { binary: false });
    socket.close(1000);
  });
  const { port } = http.address() as AddressInfo;
  const heard: unknown[] = [];
  const listener = new WebSocket(`ws://127.0.0.1:${port}`);
  listener.on('message', (data: Buffer, isBinary) => heard.push(isBinary ? [...data] : data.toString()));
  await new Promise((resolve) => listener.on('close', resolve));
  expect(heard).toEqual([...said, [1, 2, 3], 'with options']);
  expect(sent).toHaveLength(said.length);
  expect(sent.filter(Boolean)).toEqual([]);
});

test('what is sent after the end is told to whoever sent it', async () => {
  const { port } = http.address() as AddressInfo;
  const told = new Promise((resolve) =>
    sockets.once('connection', (socket) => {
      socket.terminate();
      socket.send('too late', resolve);
    }),
  );
  const listener = new WebSocket(`ws://127.0.0.1:${port}`);
  listener.on('error', () => {});
  expect(await told).toBeInstanceOf(Error);
});

test('a text with letters that take more than a byte is left to the usual way', () => {
  expect(wholeFrame('ok')).toBe('\x81\x02ok');
  expect(wholeFrame('x'.repeat(300))?.slice(0, 4)).toBe('\x81\x7e\x01\x2c');
  expect(wholeFrame('ă')).toBeNull();
  expect(wholeFrame('é')).toBeNull();
  expect(wholeFrame('x'.repeat(65_536))).toBeNull();
});
