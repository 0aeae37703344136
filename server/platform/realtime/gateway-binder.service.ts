import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Socket } from 'socket.io';
import type { Logger } from 'pino';
import { v4 } from 'uuid';
import type { z } from 'zod';
import type { Ack } from '../../../shared/kernel/ack.js';
import { forbidden, invalidInput, notSignedIn } from '../../../shared/kernel/failure.js';
import { Clock } from '../clock.js';
import { fail } from '../failure-error.js';
import { failureOf } from '../http/failure.filter.js';
import { issueParams, readable } from '../http/route-input.js';
import { LOGGER } from '../log.js';
import { methodsOf } from '../methods.js';
import { RateLimiter } from '../rate/rate-limiter.js';
import { RealtimeHub, viewerOfSocket } from './hub.service.js';
import { GATEWAY, LISTEN, type Caller, type GatewayDeclaration, type ListenDeclaration } from './listen.js';
import { Seats } from './seats.service.js';

type Bound = ListenDeclaration & {
  schema: { in: z.ZodType; out: z.ZodType };
  /** Shared by all sockets of a seat, so that opening more of them buys nothing. */
  limiter: RateLimiter;
  run: (input: unknown, caller: Caller) => unknown;
};

/** One event of one socket. */
type Line = { socket: Socket; listener: Bound };

/** Finds the gateways, refuses to start when an event of a contract has no listener or policy, and serves them. */
@Injectable()
export class GatewayBinder {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly hub: RealtimeHub,
    private readonly seats: Seats,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  bindAll(): void {
    for (const provider of this.discovery.getProviders()) {
      const instance: unknown = provider.instance;
      if (typeof instance !== 'object' || instance === null) continue;
      const declaration = this.reflector.get<GatewayDeclaration | undefined>(GATEWAY, instance.constructor);
      if (declaration) this.bind(instance, declaration);
    }
  }

  private bind(instance: object, { contract, policy }: GatewayDeclaration): void {
    const bound = this.listenersOf(instance, contract);
    const missing = Object.keys(contract.client).filter(
      (event) => !bound.some((listener) => listener.event === event),
    );
    if (missing.length > 0)
      throw new Error(`${contract.namespace}: nothing listens to ${missing.join(', ')}`);
    this.hub.namespace(contract.namespace).on('connection', (socket: Socket) => {
      if (!policy.allows(viewerOfSocket(socket))) {
        socket.disconnect(false);
        return;
      }
      for (const listener of bound) {
        socket.on(
          listener.event,
          (payload: unknown, ack: unknown) => void this.serve({ socket, listener }, payload, ack),
        );
      }
    });
  }

  private listenersOf(instance: object, contract: GatewayDeclaration['contract']): Bound[] {
    return methodsOf(this.scanner, instance).flatMap(({ handler }) => {
      const declaration = this.reflector.get<ListenDeclaration | undefined>(LISTEN, handler);
      if (!declaration) return [];
      const schema = contract.client[declaration.event];
      if (!schema) throw new Error(`${contract.namespace} has no event ${declaration.event}`);
      const run = (input: unknown, caller: Caller): unknown =>
        Reflect.apply(handler, instance, [input, caller]);
      return [{ ...declaration, schema, run, limiter: new RateLimiter(declaration.rate, this.clock) }];
    });
  }

  private async serve({ socket, listener }: Line, payload: unknown, ack: unknown): Promise<void> {
    let answer: Ack<unknown>;
    try {
      const viewer = viewerOfSocket(socket);
      if (!listener.policy.allows(viewer)) fail(viewer ? forbidden : notSignedIn);
      listener.limiter.pass(this.seats.seatOf(socket));
      const parsed = listener.schema.in.safeParse(payload);
      if (!parsed.success) fail(invalidInput, issueParams(parsed.error));
      const data: unknown = await listener.run(readable(parsed.data), callerOf(socket, viewer));
      answer = { ok: true, data: listener.schema.out.parse(data) };
    } catch (error) {
      answer = this.refusalOf(error, listener.event);
    }
    if (typeof ack === 'function') Reflect.apply(ack, undefined, [answer]);
  }

  private refusalOf(error: unknown, event: string): Ack<never> {
    const { kind, params } = failureOf(error);
    const requestId = v4();
    if (kind.status >= 500) this.logger.error({ err: error, requestId, event }, kind.code);
    return { ok: false, error: { code: kind.code, params, requestId } };
  }
}

/** Made once for as long as a socket has the same viewer. */
const callers = new WeakMap<Socket, Caller>();

function callerOf(socket: Socket, viewer: Caller['viewer']): Caller {
  const known = callers.get(socket);
  if (known && known.viewer === viewer) return known;
  const caller: Caller = {
    viewer,
    cookie: socket.handshake.headers.cookie,
    socketId: socket.id,
    join: async (room) => socket.join(room),
    leave: async (room) => socket.leave(room),
  };
  callers.set(socket, caller);
  return caller;
}
