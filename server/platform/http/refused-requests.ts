import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { METHODS } from 'node:http';
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifyServerOptions,
} from 'fastify';
import {
  invalidInput,
  methodNotAllowed,
  type FailureKind,
  type FailureView,
} from '../../../shared/kernel/failure.js';

/** What is refused before any route has it still answers as everything does: `{ code, params, requestId }`. */
export const refusals: Pick<FastifyServerOptions, 'clientErrorHandler' | 'frameworkErrors'> = {
  // An address that cannot be read, or one whose part is longer than any id.
  frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    void reply.status(invalidInput.status).send(failureOf(invalidInput, request.id)),
  // What is no HTTP, or a method that nobody has heard of.
  clientErrorHandler: (_error: Error, socket: Socket) => {
    if (!socket.writable) return void socket.destroy();
    const body = JSON.stringify(failureOf(invalidInput, randomUUID()));
    socket.end(
      `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json; charset=utf-8\r\ncache-control: no-store\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    );
  },
};

const failureOf = ({ code }: FailureKind, requestId: string): FailureView => ({
  code,
  params: {},
  requestId,
});

/**
 * Lets an address of the API that is asked by a method it does not have answer 405 with those it has. Called before any
 * route is added; what it returns is called after the last.
 */
export function refuseOtherMethods(fastify: FastifyInstance): () => void {
  const had = new Map<string, Set<string>>();
  for (const method of METHODS) if (!fastify.supportedMethods.includes(method)) addMethod(fastify, method);
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/')) return;
    const methods = had.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    had.set(url, methods);
  });
  return () => {
    for (const [url, methods] of [...had]) {
      const others = fastify.supportedMethods.filter((method) => !methods.has(method));
      const allow = [...methods].sort().join(', ');
      fastify.route({
        method: others,
        url,
        handler: (request, reply) =>
          reply
            .status(methodNotAllowed.status)
            .header('allow', allow)
            .send(failureOf(methodNotAllowed, request.id)),
      });
    }
  };
}

/** CONNECT opens a tunnel and never comes to a route. */
function addMethod(fastify: FastifyInstance, method: string): void {
  if (method !== 'CONNECT') fastify.addHttpMethod(method);
}
