import { Inject, Injectable } from '@nestjs/common';
import type { Namespace, Server, Socket } from 'socket.io';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { SocketContract } from '../../../shared/kernel/events.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Sessions } from '../auth/sessions.service.js';
import { NotificationListener } from '../database/listener.js';
import { SESSION_CHANGED_CHANNEL, SESSION_ENDED_CHANNEL } from '../auth/session.js';
import { LOGGER } from '../log.js';
import type { Broadcast } from './listen.js';
import { NodeBus } from './node-bus.service.js';

const BROADCAST = 'hub.broadcast';
const EXPEL = 'hub.expel';
const told = z.object({ namespace: z.string(), room: z.string(), event: z.string(), data: z.unknown() });
const expelled = z.object({
  namespace: z.string(),
  of: z.string(),
  from: z.array(z.string()),
  under: z.string().optional(),
});

/** Whose sockets leave: those of one room (say, of a member). What they leave: rooms, and all that begin with `under`. */
export type Expulsion = { of: string; from: readonly string[]; under?: string };
type Target<Event> = { room: string; event: Event };

const socketState = z.object({ viewer: z.custom<Viewer | null>() });

/** Rooms every socket is in: one of its member, one of its session. */
export const memberRoom = (memberId: string) => `member:${memberId}`;
export const sessionRoom = (sessionId: string) => `session:${sessionId}`;

/**
 * Broadcasts to rooms, whose sockets may be at any node. Delivery is at most once, so each event carries the room's
 * running number, which the node that delivers gives it, and a client that sees a gap fetches the state again. Numbers
 * start over when the last socket of a node leaves the room, or the node restarts.
 */
@Injectable()
export class RealtimeHub {
  private server: Server | undefined;
  private readonly sequences = new Map<string, number>();

  constructor(
    private readonly sessions: Sessions,
    private readonly bus: NodeBus,
    listener: NotificationListener,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    listener.listen(
      SESSION_ENDED_CHANNEL,
      (sessionId) => this.endSession(sessionId),
      () => this.sessions.forgetAll(),
    );
    listener.listen(
      SESSION_CHANGED_CHANNEL,
      (id) =>
        void this.refresh(id).catch((err: unknown) => this.logger.warn({ err }, 'viewers not refreshed')),
      () => this.sessions.forgetAll(),
    );
    bus.on(BROADCAST, told, (event) => this.deliver(event));
    bus.on(EXPEL, expelled, ({ namespace, ...expulsion }) => this.expelHere(namespace, expulsion));
    bus.onGap(() => this.leaveGaps());
  }

  /** Every namespace, also one that is made later, lets only signed cookies in; see `viewerOfSocket`. */
  attach(server: Server): void {
    this.server = server;
    server.on('new_namespace', (namespace: Namespace) => this.guard(namespace));
    this.guard(server.of('/'));
  }

  /** Whether there are sockets at all: a world that is only filled has none. */
  get isAttached(): boolean {
    return this.server !== undefined;
  }

  namespace(name: string): Namespace {
    if (!this.server) throw new Error('realtime is not attached yet');
    return this.server.of(name);
  }

  sequenceOf(namespace: string, room: string): number {
    return this.sequences.get(`${namespace} ${room}`) ?? 0;
  }

  /** To the sockets of a room at every node. */
  broadcast<Contract extends SocketContract, Event extends keyof Contract['server'] & string>(
    contract: Contract,
    target: Target<Event>,
    data: Broadcast<Contract, Event>,
  ): void {
    const event = eventOf(contract, target, data);
    if (!event) return;
    this.deliver(event);
    this.bus.tell(BROADCAST, event);
  }

  /** To the sockets of a room at this node: for what each node tells its own by itself. */
  broadcastHere<Contract extends SocketContract, Event extends keyof Contract['server'] & string>(
    contract: Contract,
    target: Target<Event>,
    data: Broadcast<Contract, Event>,
  ): void {
    const event = eventOf(contract, target, data);
    if (event) this.deliver(event);
  }

  /** How many sockets of this node are in a room, or in any of several. */
  sizeOf(namespace: string, ...rooms: string[]): number {
    const members = this.server?.of(namespace).adapter.rooms;
    if (rooms.length === 1) return members?.get(rooms[0] ?? '')?.size ?? 0;
    return new Set(rooms.flatMap((room) => [...(members?.get(room) ?? [])])).size;
  }

  /** How many people of this node are in any of these rooms, by devices that are not in `except`: each counts once. */
  peopleIn(namespace: string, rooms: readonly string[], except: string): number {
    if (!this.server) return 0;
    const { sockets, adapter } = this.server.of(namespace);
    const left = adapter.rooms.get(except);
    const seats = rooms
      .flatMap((room) => [...(adapter.rooms.get(room) ?? [])])
      .filter((id) => !left?.has(id))
      .map((id) => [...(sockets.get(id)?.rooms ?? [])].find(isSeat) ?? id);
    return new Set(seats).size;
  }

  /** The sockets of this node in a room, each with its viewer as it is now. A socket's id is a room of its own. */
  viewersIn(namespace: string, room: string): { socketId: string; viewer: Viewer | null }[] {
    const { sockets, adapter } = this.namespace(namespace);
    return [...(adapter.rooms.get(room) ?? [])].flatMap((socketId) => {
      const socket = sockets.get(socketId);
      return socket ? [{ socketId, viewer: viewerOfSocket(socket) }] : [];
    });
  }

  /** The rooms of this node whose names begin so. */
  roomsUnder(namespace: string, beginning: string): string[] {
    return [...this.namespace(namespace).adapter.rooms.keys()].filter((room) => room.startsWith(beginning));
  }

  /** Hears when somebody of this node joined or left a room of the namespace. Call it once the server is attached. */
  onRoomChange(namespace: string, listener: (room: string) => void): void {
    const { adapter } = this.namespace(namespace);
    adapter.on('join-room', (room: string) => listener(room));
    adapter.on('leave-room', (room: string) => listener(room));
  }

  /** Hears which socket of this node left which room; one that ends leaves all, its own among them. */
  onLeave(namespace: string, listener: (room: string, socketId: string) => void): void {
    const { adapter } = this.namespace(namespace);
    adapter.on('leave-room', (room: string, socketId: string) => listener(room, socketId));
  }

  /** Takes sockets out of rooms, at every node. */
  expel(namespace: string, expulsion: Expulsion): void {
    this.expelHere(namespace, expulsion);
    this.bus.tell(EXPEL, { namespace, ...expulsion });
  }

  expelHere(namespace: string, { of, from, under }: Expulsion): void {
    const { adapter, sockets } = this.namespace(namespace);
    for (const id of adapter.rooms.get(of) ?? []) {
      const socket = sockets.get(id);
      for (const room of socket?.rooms ?? [])
        if (from.includes(room) || (under !== undefined && room.startsWith(under))) void socket?.leave(room);
    }
  }

  /** The next event of these rooms at this node shows that something was missed: their sockets fetch the state again. */
  leaveGap(namespace: string, rooms: readonly string[]): void {
    for (const room of rooms) {
      const key = `${namespace} ${room}`;
      this.sequences.set(key, (this.sequences.get(key) ?? 0) + 1);
    }
  }

  private deliver({ namespace: name, room, event, data }: z.infer<typeof told>): void {
    if (!this.server) return;
    const key = `${name} ${room}`;
    const namespace = this.server.of(name);
    if (!namespace.adapter.rooms.has(room)) {
      this.sequences.delete(key);
      return;
    }
    const seq = (this.sequences.get(key) ?? 0) + 1;
    this.sequences.set(key, seq);
    namespace.to(room).emit(event, { room, seq, data });
  }

  /** Something may have been missed: the next event of every room shows it. */
  private leaveGaps(): void {
    for (const { name, adapter, sockets } of this.server?._nsps.values() ?? [])
      this.leaveGap(
        name,
        [...adapter.rooms.keys()].filter((room) => !sockets.has(room)),
      );
  }

  private guard(namespace: Namespace): void {
    namespace.use((socket, next) => {
      this.viewerOf(socket)
        .then(async (viewer) => {
          socket.data = { viewer };
          if (viewer) await socket.join([memberRoom(viewer.memberId), sessionRoom(viewer.sessionId)]);
          next();
        })
        .catch((error: unknown) => {
          this.logger.warn({ err: error }, 'a socket could not be let in');
          next(new Error('unavailable'));
        });
    });
    namespace.adapter.on('delete-room', (room: string) => this.sequences.delete(`${namespace.name} ${room}`));
  }

  /** Gives the open sockets of a member, or of everybody in or below a unit, their viewer as it is now. */
  private async refresh(id: string): Promise<void> {
    this.sessions.forgetAll();
    for (const namespace of this.server?._nsps.values() ?? []) {
      for (const socket of namespace.sockets.values()) {
        const viewer = viewerOfSocket(socket);
        if (viewer?.memberId !== id && !viewer?.unitPath.some((unit) => unit === id)) continue;
        socket.data = { viewer: await this.viewerOf(socket) };
      }
    }
  }

  /** Nobody as long as they have yet to set a password of their own. */
  private async viewerOf(socket: Socket): Promise<Viewer | null> {
    const viewer = await this.sessions.viewerOf(socket.handshake.headers.cookie);
    return viewer?.mustSetPassword ? null : viewer;
  }

  private endSession(sessionId: string): void {
    this.sessions.forgetAll();
    for (const namespace of this.server?._nsps.values() ?? [])
      namespace.in(sessionRoom(sessionId)).disconnectSockets(true);
  }
}

/** The room of all devices of a member, or of all tabs of a guest. */
const isSeat = (room: string): boolean => room.startsWith('member:') || room.startsWith('guest:');

/** What is sent, as its contract has it; nothing where the contract does not know the event. */
function eventOf(
  { namespace, server }: SocketContract,
  { room, event }: Target<string>,
  data: unknown,
): z.infer<typeof told> | null {
  const schema = server[event];
  return schema ? { namespace, room, event, data: schema.parse(data) } : null;
}

/** Parsed once for each state a socket is given, which is a new object every time. */
const parsed = new WeakMap<object, Viewer | null>();

export function viewerOfSocket(socket: Socket): Viewer | null {
  const state: unknown = socket.data;
  const known = typeof state === 'object' && state !== null ? parsed.get(state) : undefined;
  if (known !== undefined) return known;
  const { viewer } = socketState.parse(state);
  if (typeof state === 'object' && state !== null) parsed.set(state, viewer);
  return viewer;
}
