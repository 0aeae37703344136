import type { z } from 'zod';
import type { SocketContract } from '../../../shared/kernel/events.js';
import { deviceNow, learnFrom } from '../time/server-time.js';
import { LiveSocket } from './socket.js';

/** What every answer to entering a room says: where its numbers stand, and the server's time. */
export type Seat = { seq: number; serverNow: string };

/** A room, by the name its broadcasts carry, and how one gets into it. */
type Door<C extends SocketContract, S extends Seat> = {
  room: string;
  enter: (socket: LiveSocket<C>) => Promise<S>;
};

type Listeners<C extends SocketContract> = {
  [Event in keyof C['server'] & string]?: (data: z.output<C['server'][Event]>, room: string) => void;
};

export type RoomPlan<C extends SocketContract, S extends Seat = Seat> = {
  /** The rooms to be in; none for what the server sends to the reader alone. */
  doors: readonly Door<C, S>[];
  hear: Listeners<C>;
  /** Something was missed: fetch the whole. */
  onResync: () => void;
  /** In all of them, for the first time or again; when what it does fails, they are entered anew. */
  onEntered?: (seats: readonly S[]) => unknown;
  /** The connection broke and is made again by itself. `shownOut`: the server ended it. */
  onLost?: (shownOut: boolean) => void;
};

/**
 * Being in rooms of a namespace until `close`: entered on every connection, with the numbers their answers tell, so that
 * the first missed broadcast is noticed too. The plan is looked at whenever something happens.
 */
export class LiveRoom<C extends SocketContract, S extends Seat = Seat> {
  private readonly socket: LiveSocket<C>;
  private isOpen = true;
  private inside = false;

  constructor(
    namespace: C['namespace'],
    private readonly plan: () => RoomPlan<C, S>,
    againMs?: () => number,
  ) {
    const socket = new LiveSocket<C>(namespace, againMs);
    this.socket = socket;
    socket.attend({
      join: () => this.enterAll(),
      lost: (shownOut) => this.lost(shownOut),
      resync: () => this.plan().onResync(),
    });
    const hear = <Event extends keyof C['server'] & string>(event: Event) =>
      socket.on(event, (data, room) => {
        learnFrom(data, deviceNow());
        this.plan().hear[event]?.(data, room);
      });
    for (const event of eventsOf(plan().hear)) hear(event);
  }

  /** Whether all rooms have been entered and the connection stands. */
  get isIn(): boolean {
    return this.inside;
  }

  readonly emitAck: LiveSocket<C>['emitAck'] = (event, payload) => this.socket.emitAck(event, payload);

  close(): void {
    this.isOpen = false;
    this.inside = false;
    this.socket.close();
  }

  private async enterAll(): Promise<void> {
    const seats = await Promise.all(this.plan().doors.map((door) => this.enter(door)));
    if (!this.isOpen) return;
    this.inside = true;
    await this.plan().onEntered?.(seats);
  }

  private async enter({ room, enter }: Door<C, S>): Promise<S> {
    const sentAt = deviceNow();
    const seat = await enter(this.socket);
    this.socket.startRoom(room, seat.seq);
    learnFrom(seat, sentAt);
    return seat;
  }

  private lost(shownOut: boolean): void {
    if (!this.isOpen) return;
    this.inside = false;
    this.plan().onLost?.(shownOut);
  }
}

function eventsOf<L extends object>(listeners: L): (keyof L & string)[];
function eventsOf(listeners: object): string[] {
  return Object.keys(listeners);
}
