import { EventEmitter } from 'node:events';

/** A message of Socket.IO's protocol, version 5. `id`: of the acknowledgement that is asked for, or given. */
export type Packet = { type: number; nsp: string; id?: number | undefined; data?: unknown };

const [CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR] = [0, 1, 2, 3, 4];
const [ZERO, NINE, SLASH] = [0x30, 0x39, 0x2f];
const MAX_ID_DIGITS = 15;
/** Names that mean something to a socket itself: nobody may send an event that is called so. */
const RESERVED = new Set([
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
]);

/** Writes messages as Socket.IO does, without looking through each for binary data: nothing here sends any. */
export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const namespace = nsp && nsp !== '/' ? `${nsp},` : '';
    return [
      `${type}${namespace}${id ?? ''}${data === undefined || data === null ? '' : JSON.stringify(data)}`,
    ];
  }
}

/** Reads them: text alone, so what would be put together from binary pieces is refused. */
export class Decoder extends EventEmitter {
  /** @throws Error when it is no message of the protocol: Socket.IO then ends the connection. */
  add(text: unknown): void {
    if (typeof text !== 'string') throw new Error('binary messages are not spoken here');
    this.emit('decoded', decode(text));
  }

  /** Socket.IO asks for it when a connection ends. */
  destroy(): void {
    this.removeAllListeners();
  }
}

export function decode(text: string): Packet {
  const type = text.charCodeAt(0) - ZERO;
  let at = 1;
  let nsp = '/';
  if (text.charCodeAt(at) === SLASH) {
    const comma = text.indexOf(',', at);
    nsp = text.slice(at, comma < 0 ? text.length : comma);
    at = comma < 0 ? text.length : comma + 1;
  }
  const idAt = at;
  while (text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE) at += 1;
  if (at - idAt > MAX_ID_DIGITS) throw new Error('the number of an acknowledgement is too long');
  const id = at > idAt ? Number(text.slice(idAt, at)) : undefined;
  const data: unknown = at < text.length ? JSON.parse(text.slice(at)) : undefined;
  if (!isSound(type, data)) throw new Error('no message of the protocol');
  return { type, nsp, id, data };
}

function isSound(type: number, data: unknown): boolean {
  if (type === EVENT) return Array.isArray(data) && typeof data[0] === 'string' && !RESERVED.has(data[0]);
  if (type === ACK) return Array.isArray(data);
  if (type === DISCONNECT) return data === undefined;
  if (type === CONNECT) return data === undefined || isRecord(data);
  return type === CONNECT_ERROR && (typeof data === 'string' || isRecord(data));
}

const isRecord = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
