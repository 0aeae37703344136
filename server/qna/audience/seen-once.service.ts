import { Injectable } from '@nestjs/common';
import { BoundedMap } from '../../platform/bounded-map.js';

const MAX_SOCKETS = 20_000;
const MAX_EACH = 3_000;

/** A device counts once for a question, so that scrolling up and down makes nothing look well known. */
@Injectable()
export class SeenOnce {
  private readonly bySocket = new BoundedMap<string, Set<string>>(MAX_SOCKETS);

  firstTimes(socketId: string, ids: readonly string[]): string[] {
    const seen = this.bySocket.get(socketId) ?? new Set<string>();
    this.bySocket.set(socketId, seen);
    if (seen.size >= MAX_EACH) return [];
    const fresh = [...new Set(ids)].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    return fresh;
  }
}
