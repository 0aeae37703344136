import type { Socket } from 'socket.io-client';
import type { z } from 'zod';
import type { Ack } from '../../../shared/kernel/ack.js';
import type { SocketContract } from '../../../shared/kernel/events.js';
import { ApiFailure, networkFailure } from '../api/api-failure.js';
import { createSeqWatch, type Broadcast } from './seq-watch.js';

const ACK_TIMEOUT_MS = 5_000;
/** Between 5 and 10 s: a hall that was turned away must not come back in one second either. */
const waitMs = () => ACK_TIMEOUT_MS * (1 + Math.random());

type ClientEvent<C extends SocketContract> = keyof C['client'] & string;
type ServerEvent<C extends SocketContract> = keyof C['server'] & string;

/** What a page does with a live connection that comes and goes. */
type Presence = {
  /** Run on every connection, the first and each later one: enter the rooms again. */
  join: () => Promise<void>;
  /** The connection broke; it is made again by itself. `shownOut`: the server ended it, as when somebody signs out. */
  lost?: (shownOut: boolean) => void;
  /** Something was missed, by a gap or while disconnected: fetch the whole. */
  resync: () => void;
};

/**
 * One namespace, typed by its contract: `new LiveSocket<typeof contestSocket>('/contests')`. Import the contract as a
 * type only. The library is fetched when the first socket opens, so pages without one do not carry it.
 */
export class LiveSocket<C extends SocketContract> {
  private readonly seqs = createSeqWatch();
  private readonly connected: Promise<Socket>;
  private readonly presences = new Set<Presence>();
  private isClosed = false;

  constructor(
    namespace: C['namespace'],
    private readonly againMs = waitMs,
  ) {
    this.connected = import('socket.io-client').then(({ io }) => {
      const socket = io(namespace, {
        path: '/socket.io',
        transports: ['websocket'],
        reconnectionDelay: 1_000,
        reconnectionDelayMax: 15_000,
        // A hall that lost its network must not come back in one second.
        randomizationFactor: 0.5,
        autoConnect: false,
      });
      this.follow(socket);
      if (!this.isClosed) socket.connect();
      return socket;
    });
  }

  /** Sends an event and returns what its acknowledgement carries; throws `ApiFailure`, `network` after 5 s. */
  async emitAck<Event extends ClientEvent<C>>(
    event: Event,
    payload: z.input<C['client'][Event]['in']>,
  ): Promise<z.output<C['client'][Event]['out']>> {
    const socket = await this.connected;
    const ack = await this.ackOf(socket, event, payload);
    if (ack.ok) return ack.data;
    throw new ApiFailure({ ...ack.error, status: ack.error.code === 'unavailable' ? 503 : 400 });
  }

  /** Hears an event; broadcasts of a room arrive in order, each once. Returns how to stop. */
  on<Event extends ServerEvent<C>>(
    event: Event,
    listener: (data: z.output<C['server'][Event]>, room: string) => void,
  ): () => void {
    const deliver = (message: unknown) => {
      const { room, seq, data } = broadcastOf<z.output<C['server'][Event]>>(message);
      const place = this.seqs.look(room, seq);
      if (place === 'gap') this.resync();
      if (place !== 'old') listener(data, room);
    };
    const name: string = event;
    void this.connected.then((socket) => socket.on(name, deliver));
    return () => void this.connected.then((socket) => socket.off(name, deliver));
  }

  attend(presence: Presence): () => void {
    this.presences.add(presence);
    void this.connected.then((socket) => socket.connected && this.joinAgain(socket, presence));
    return () => void this.presences.delete(presence);
  }

  /** Where a room stood when it was joined, so that the first missed broadcast is noticed too. */
  startRoom(room: string, seq: number): void {
    this.seqs.start(room, seq);
  }

  close(): void {
    this.isClosed = true;
    void this.connected.then((socket) => socket.disconnect());
  }

  private follow(socket: Socket): void {
    let wasConnected = false;
    socket.on('connect', () => {
      this.seqs.forgetAll();
      for (const presence of this.presences) this.joinAgain(socket, presence);
      if (wasConnected) this.resync();
      wasConnected = true;
    });
    // Where the server said no, the library does not try again by itself.
    const again = () => socket.active || setTimeout(() => this.isClosed || socket.connect(), this.againMs());
    socket.on('disconnect', () => {
      for (const presence of this.presences) presence.lost?.(!socket.active);
      again();
    });
    socket.on('connect_error', again);
  }

  /** Refused, the fetched state says why; without an answer it is tried again as long as the connection lasts. */
  private joinAgain(socket: Socket, presence: Presence): void {
    const { id } = socket;
    presence.join().catch((error: unknown) => {
      if (error instanceof ApiFailure && !error.isTransient) presence.resync();
      else setTimeout(() => socket.id === id && this.joinAgain(socket, presence), this.againMs());
    });
  }

  private resync(): void {
    for (const presence of this.presences) presence.resync();
  }

  private async ackOf(socket: Socket, event: string, payload: unknown): Promise<Ack<never>> {
    try {
      const timed: { emitWithAck: (event: string, payload: unknown) => Promise<Ack<never>> } =
        socket.timeout(ACK_TIMEOUT_MS);
      return await timed.emitWithAck(event, payload);
    } catch {
      throw networkFailure();
    }
  }
}

/** Our server parsed what it sends against the contract; see `api` on why it is not parsed again here. */
function broadcastOf<Data>(message: unknown): Broadcast<Data>;
function broadcastOf(message: unknown): unknown {
  return message;
}
