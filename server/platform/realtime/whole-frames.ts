import { WebSocket, WebSocketServer, type ServerOptions } from 'ws';

type Sent = (error?: Error) => void;
type SendOptions = { compress?: boolean; binary?: boolean; fin?: boolean; mask?: boolean };

/** The first byte of a text that is sent as one piece, uncompressed (RFC 6455, 5.2). */
const WHOLE_TEXT = '\x81';
const MAX_SHORT = 125;
/** Says that the length follows in two bytes. */
const LENGTH_OF_TWO_BYTES = '\x7e';
const MAX_OF_TWO_BYTES = 0xffff;

/**
 * The frame of a text that is all ASCII, each character a byte; null for any other text. Most answers are such texts,
 * and one plain write of them costs half of what head and text cost that are written apart.
 */
export function wholeFrame(text: string): string | null {
  const { length } = text;
  if (length > MAX_OF_TWO_BYTES || Buffer.byteLength(text) !== length) return null;
  if (length <= MAX_SHORT) return WHOLE_TEXT + String.fromCharCode(length) + text;
  return WHOLE_TEXT + LENGTH_OF_TWO_BYTES + String.fromCharCode(length >> 8, length & 0xff) + text;
}

/** Nothing is compressed here and no message sent in several pieces, so a frame can go straight to the network. */
class WholeFrameSocket extends WebSocket {
  /** Kept by `ws` under this name, which its types leave out. */
  declare private readonly _socket: { write(frame: string, encoding: 'latin1', sent?: Sent): unknown } | null;

  override send(data: WebSocket.Data, sent?: Sent): void;
  override send(data: WebSocket.Data, options: SendOptions, sent?: Sent): void;
  override send(data: WebSocket.Data, second: SendOptions | Sent = {}, third?: Sent): void {
    const options = typeof second === 'function' ? {} : second;
    const sent = typeof second === 'function' ? second : third;
    const frame = this.readyState === WebSocket.OPEN && typeof data === 'string' ? wholeFrame(data) : null;
    if (frame === null || this._socket === null) super.send(data, options, sent);
    else this._socket.write(frame, 'latin1', sent);
  }
}

/** What Engine.IO is to serve its connections with. Without compression only. */
export class WholeFrameServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, perMessageDeflate: false, WebSocket: WholeFrameSocket });
  }
}
