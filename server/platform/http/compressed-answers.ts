import { promisify } from 'node:util';
import { constants, brotliCompress, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Below this an answer travels in one packet anyway. */
const SMALLEST_WORTH_BYTES = 1_400;
const TEXTUAL = /^(application\/json|text\/)/;

const packers = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 5 }),
};
type Encoding = keyof typeof packers;

/**
 * Presses what is read from the API, on the threads of zlib: the thread that saves answers only hands it over. What is
 * written (a save, a vote) never comes here, since its route has no such hook.
 */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.method !== 'GET' || !route.url.startsWith('/api/')) return;
    const before = route.onSend === undefined ? [] : [route.onSend].flat();
    route.onSend = [...before, press];
  });
}

async function press(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  const size = Buffer.byteLength(payload);
  const type = String(reply.getHeader('content-type') ?? '');
  if (size < SMALLEST_WORTH_BYTES || reply.hasHeader('content-encoding') || !TEXTUAL.test(type))
    return payload;
  void reply.header('vary', 'accept-encoding');
  const encoding = encodingFor(request.headers['accept-encoding']);
  if (encoding === null) return payload;
  const packed = await packers[encoding](Buffer.isBuffer(payload) ? payload : Buffer.from(payload));
  void reply.header('content-encoding', encoding).header('content-length', packed.length);
  return packed;
}

function encodingFor(accepted: string | string[] = ''): Encoding | null {
  const wanted = String(accepted)
    .split(',')
    .map((entry) => entry.split(';').map((part) => part.trim().toLowerCase()))
    .filter(([, weight = '']) => !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((encoding) => wanted.includes(encoding)) ?? null;
}
