import { applyDecorators, SetMetadata } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import type { z } from 'zod';
import type { SocketContract } from '../../../shared/kernel/events.js';
import type { Policy, Viewer } from '../../../shared/kernel/viewer.js';

export const GATEWAY = 'haidang:gateway';
export const LISTEN = 'haidang:listen';

/** What a handler knows of who speaks: join and leave move this socket between broadcast rooms. */
export type Caller = {
  viewer: Viewer | null;
  /** The raw Cookie header of the handshake: for events that also serve people who are not signed in. */
  cookie: string | undefined;
  socketId: string;
  join: (room: string) => Promise<void>;
  leave: (room: string) => Promise<void>;
};

export type ListenDeclaration = { event: string; policy: Policy; rate: { max: number; windowMs: number } };

const DEFAULT_RATE = { max: 30, windowMs: 10_000 };

/** A class whose `@Listen` methods serve the client events of a contract. */
export function Gateway(contract: SocketContract, options: { policy: Policy }): ClassDecorator {
  return applyDecorators(
    WebSocketGateway({ namespace: contract.namespace }),
    SetMetadata(GATEWAY, { contract, policy: options.policy }),
  );
}
export type GatewayDeclaration = { contract: SocketContract; policy: Policy };

/**
 * Serves one client event: the payload is parsed, the caller authorised and its rate limited before the method runs,
 * and the caller always gets an acknowledgement, also when the method throws.
 */
export function Listen(
  event: string,
  options: { policy: Policy; rate?: ListenDeclaration['rate'] },
): MethodDecorator {
  return SetMetadata(LISTEN, { event, policy: options.policy, rate: options.rate ?? DEFAULT_RATE });
}

export type EventIn<Contract extends SocketContract, Event extends keyof Contract['client']> = z.infer<
  Contract['client'][Event]['in']
>;
export type EventOut<Contract extends SocketContract, Event extends keyof Contract['client']> = z.infer<
  Contract['client'][Event]['out']
>;
export type Broadcast<Contract extends SocketContract, Event extends keyof Contract['server']> = z.infer<
  Contract['server'][Event]
>;
