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

const socketState = z.object({ viewer: z.custom<Viewer | null>() });

/** Rooms every socket is in: one of its member, one of its session. */
export const memberRoom = (memberId: string) => `member:${memberId}`;
export const sessionRoom = (sessionId: string) => `session:${sessionId}`;

/**
 * Broadcasts to rooms. Delivery is at most once, so each event carries the room's running number and a client that
 * sees a gap fetches the state again. Numbers start over when a room empties or the server restarts.
 */
@Injectable()
export class RealtimeHub {
  private server: Server | undefined;
  private readonly sequences = new Map<string, number>();

  constructor(
    private readonly sessions: Sessions,
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
  }

  /** Every namespace, also one that is made later, lets only signed cookies in; see `viewerOfSocket`. */
  attach(server: Server): void {
    this.server = server;
    server.on('new_namespace', (namespace: Namespace) => this.guard(namespace));
    this.guard(server.of('/'));
  }

  namespace(name: string): Namespace {
    if (!this.server) throw new Error('realtime is not attached yet');
    return this.server.of(name);
  }

  sequenceOf(namespace: string, room: string): number {
    return this.sequences.get(`${namespace} ${room}`) ?? 0;
  }

  broadcast<Contract extends SocketContract, Event extends keyof Contract['server'] & string>(
    contract: Contract,
    target: { room: string; event: Event },
    data: Broadcast<Contract, Event>,
  ): void {
    const schema = contract.server[target.event];
    if (!this.server || !schema) return;
    const key = `${contract.namespace} ${target.room}`;
    const seq = (this.sequences.get(key) ?? 0) + 1;
    const namespace = this.server.of(contract.namespace);
    if (!namespace.adapter.rooms.has(target.room)) {
      this.sequences.delete(key);
      return;
    }
    this.sequences.set(key, seq);
    namespace.to(target.room).emit(target.event, { room: target.room, seq, data: schema.parse(data) });
  }

  /** How many sockets are in a room, or in any of several. */
  sizeOf(namespace: string, ...rooms: string[]): number {
    const members = this.server?.of(namespace).adapter.rooms;
    if (rooms.length === 1) return members?.get(rooms[0] ?? '')?.size ?? 0;
    return new Set(rooms.flatMap((room) => [...(members?.get(room) ?? [])])).size;
  }

  /** The sockets in a room, each with its viewer as it is now. A socket's id is a room of its own. */
  viewersIn(namespace: string, room: string): { socketId: string; viewer: Viewer | null }[] {
    const { sockets, adapter } = this.namespace(namespace);
    return [...(adapter.rooms.get(room) ?? [])].flatMap((socketId) => {
      const socket = sockets.get(socketId);
      return socket ? [{ socketId, viewer: viewerOfSocket(socket) }] : [];
    });
  }

  /** Hears when somebody joined or left a room of the namespace. Call it once the server is attached. */
  onRoomChange(namespace: string, listener: (room: string) => void): void {
    const { adapter } = this.namespace(namespace);
    adapter.on('join-room', (room: string) => listener(room));
    adapter.on('leave-room', (room: string) => listener(room));
  }

  /** Takes the sockets of one room (say, of a member) out of others. */
  expel(namespace: string, { of, from }: { of: string; from: readonly string[] }): void {
    this.server
      ?.of(namespace)
      .in(of)
      .socketsLeave([...from]);
  }

  private guard(namespace: Namespace): void {
    namespace.use((socket, next) => {
      this.sessions
        .viewerOf(socket.handshake.headers.cookie)
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
        socket.data = { viewer: await this.sessions.viewerOf(socket.handshake.headers.cookie) };
      }
    }
  }

  private endSession(sessionId: string): void {
    this.sessions.forgetAll();
    for (const namespace of this.server?._nsps.values() ?? [])
      namespace.in(sessionRoom(sessionId)).disconnectSockets(true);
  }
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
