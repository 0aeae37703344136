import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import type { Ack } from '../../shared/kernel/ack.js';
import type { SocketContract } from '../../shared/kernel/events.js';
import type { Agent } from './world.js';

const broadcast = z.object({ room: z.string(), seq: z.number(), data: z.unknown() });

/** Only ends what would never be answered: a thousand questions at once take a busy machine a while. */
const UNANSWERED_MS = 60_000;

/** One broadcast as it arrived. */
export type Heard = { event: string; room: string; seq: number; data: unknown };

/** A device's connection to one namespace: asks, and keeps everything it hears. */
export class Device<Contract extends SocketContract> {
  readonly heard: Heard[] = [];
  private waiting: { matches: (heard: Heard) => boolean; resolve: (heard: Heard) => void }[] = [];

  private constructor(
    private readonly socket: Socket,
    private readonly contract: Contract,
  ) {
    for (const event of Object.keys(contract.server)) {
      socket.on(event, (payload: unknown) => this.hear({ event, ...broadcast.parse(payload) }));
    }
  }

  static async connect<Contract extends SocketContract>(
    node: { url: string },
    agent: Agent,
    contract: Contract,
  ): Promise<Device<Contract>> {
    const socket = io(`${node.url}${contract.namespace}`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: agent.cookie ? { cookie: agent.cookie } : {},
    });
    const device = new Device(socket, contract);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return device;
  }

  async ask<Event extends keyof Contract['client'] & string>(
    event: Event,
    data: z.input<Contract['client'][Event]['in']>,
  ): Promise<Ack<z.infer<Contract['client'][Event]['out']>>> {
    const answer: Ack<z.infer<Contract['client'][Event]['out']>> = await this.socket
      .timeout(UNANSWERED_MS)
      .emitWithAck(event, data);
    return answer;
  }

  /** As the server knows it. */
  get id(): string {
    return this.socket.id ?? '';
  }

  /** The first broadcast of the event that fits, whether it came already or is still to come. */
  async hears<Event extends keyof Contract['server'] & string>(
    event: Event,
    fits: (data: z.infer<Contract['server'][Event]>) => boolean = () => true,
  ): Promise<Heard & { data: z.infer<Contract['server'][Event]> }> {
    const schema: z.ZodType | undefined = this.contract.server[event];
    const matches = (heard: Heard): boolean =>
      heard.event === event && schema !== undefined && fits(schema.parse(heard.data) as never);
    const known = this.heard.find(matches);
    const heard = known ?? (await new Promise<Heard>((resolve) => this.waiting.push({ matches, resolve })));
    return heard as Heard & { data: z.infer<Contract['server'][Event]> };
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Resolves when the server ended the connection. */
  ended(): Promise<void> {
    if (!this.socket.connected) return Promise.resolve();
    return new Promise((resolve) => this.socket.once('disconnect', () => resolve()));
  }

  close(): void {
    this.socket.disconnect();
  }

  private hear(heard: Heard): void {
    this.heard.push(heard);
    const served = this.waiting.filter(({ matches }) => matches(heard));
    this.waiting = this.waiting.filter((waiter) => !served.includes(waiter));
    for (const { resolve } of served) resolve(heard);
  }
}
