import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR_SECONDS = 31_536_000;

/** Serves the built client; every address that is not a file is the client's own to route. */
export async function serveSite(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      void reply.header('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  fastify.get('/*', { exposeHeadRoute: true }, async (request, reply) => {
    // A file of another build is no page, nor is one that there never was: who asks for it has to hear that it is not there.
    if (/^\/(api|assets)(\/|$)|^[^?]*\.\w{1,12}($|\?)/.test(request.url)) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}
