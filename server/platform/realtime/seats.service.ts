import { Inject, Injectable } from '@nestjs/common';
import type { Namespace, Server, Socket } from 'socket.io';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Sessions } from '../auth/sessions.service.js';
import { CONFIG, type Config } from '../config.js';
import { addressReader } from '../http/caller-address.js';
import { memberRoom, viewerOfSocket } from './hub.service.js';

/** Of one namespace: more tabs and devices than anybody has. */
const MAX_PER_SEAT = 50;
/** A hall of thousands may stand behind one address, each person with a tab or two. */
const MAX_PER_ADDRESS = 10_000;

/** Who a socket counts as, whatever it says: a member or a guest's device with all its tabs, or else an address. */
@Injectable()
export class Seats {
  private readonly addressOf: ReturnType<typeof addressReader>;

  constructor(
    private readonly sessions: Sessions,
    @Inject(CONFIG) config: Config,
  ) {
    this.addressOf = addressReader(config);
  }

  /** A text for each seat, which is the name of a room as well: counting its sockets costs nothing. */
  seatOf(socket: Socket): string {
    const viewer = viewerOfSocket(socket);
    if (viewer) return seatOfMember(viewer);
    const guest = this.sessions.guestOf(socket.handshake.headers.cookie);
    return guest === null ? this.addressRoom(socket) : `guest:${guest}`;
  }

  /** Keeps one seat, and one address, from taking all the places. Comes after the hub, which knows the viewers. */
  attach(server: Server): void {
    server.on('new_namespace', (namespace: Namespace) => this.cap(namespace));
  }

  private cap(namespace: Namespace): void {
    namespace.use((socket, next) => {
      const [seat, address] = [this.seatOf(socket), this.addressRoom(socket)];
      const sizeOf = (room: string): number => namespace.adapter.rooms.get(room)?.size ?? 0;
      void socket.join([seat, address]);
      const full = (seat !== address && sizeOf(seat) > MAX_PER_SEAT) || sizeOf(address) > MAX_PER_ADDRESS;
      next(full ? new Error('too_many') : undefined);
    });
  }

  private addressRoom(socket: Socket): string {
    return `address:${this.addressOf(socket.request)}`;
  }
}

/** Made once for each viewer, so that its hash is worked out once: a hall that votes asks thousands of times a second. */
const seats = new WeakMap<Viewer, string>();

function seatOfMember(viewer: Viewer): string {
  const known = seats.get(viewer);
  if (known !== undefined) return known;
  const seat = memberRoom(viewer.memberId);
  seats.set(viewer, seat);
  return seat;
}
