import { connect, type Socket } from 'node:net';

export type Shot = {
  method: string;
  path: string;
  cookie: string;
  body: string;
  /** `br` as a browser asks; nothing unless told, so that bodies can be read. */
  acceptEncoding?: string;
};
export type Outcome = { status: number; startedMs: number; tookMs: number; body: string };

export type LoadOptions = {
  port: number;
  connections: number;
  /** The next request, or null when there is nothing more to send. */
  next: () => Shot | null;
  onOutcome: (outcome: Outcome) => void;
  /** Keep the body of answers; leaving it out saves the generator work. */
  keepBody?: boolean;
};

const HEAD_END = Buffer.from('\r\n\r\n');

/** Sends requests over keep-alive connections, one at a time on each, with as little work per request as possible. */
export async function runLoad(options: LoadOptions): Promise<void> {
  await Promise.all(Array.from({ length: options.connections }, () => runConnection(options)));
}

/** One request at a given moment on a connection of its own; what cannot be answered counts as status 0. */
export async function fire(port: number, shot: Shot): Promise<Outcome> {
  let outcome: Outcome | undefined;
  let sent = false;
  await runConnection({
    port,
    connections: 1,
    keepBody: true,
    next: () => {
      if (sent) return null;
      sent = true;
      return shot;
    },
    onOutcome: (one) => {
      outcome = one;
    },
  });
  return outcome ?? { status: 0, startedMs: 0, tookMs: Number.POSITIVE_INFINITY, body: '' };
}

function runConnection({ port, next, onOutcome, keepBody }: LoadOptions): Promise<void> {
  return new Promise((resolve) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let buffered = Buffer.alloc(0);
    let startedMs = 0;
    const send = (): void => {
      const shot = next();
      if (!shot) {
        socket.end();
        return;
      }
      startedMs = performance.now();
      socket.write(bytesOf(shot));
    };
    socket.on('connect', send);
    socket.on('data', (chunk) => {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
      const answer = takeAnswer(buffered, keepBody ?? false);
      if (!answer) return;
      buffered = buffered.subarray(answer.length);
      onOutcome({
        status: answer.status,
        startedMs,
        tookMs: performance.now() - startedMs,
        body: answer.body,
      });
      send();
    });
    socket.on('error', () =>
      onOutcome({ status: 0, startedMs, tookMs: performance.now() - startedMs, body: '' }),
    );
    socket.on('close', () => resolve());
  });
}

function bytesOf({ method, path, cookie, body, acceptEncoding }: Shot): string {
  const length = Buffer.byteLength(body);
  const content = body === '' ? '' : `content-type: application/json\r\ncontent-length: ${length}\r\n`;
  const packed = acceptEncoding ? `accept-encoding: ${acceptEncoding}\r\n` : '';
  return `${method} ${path} HTTP/1.1\r\nhost: bench\r\ncookie: ${cookie}\r\nx-requested-with: hai-dang\r\n${packed}${content}\r\n${body}`;
}

/** The first whole answer in the buffer. Answers carry a content-length or none at all. */
function takeAnswer(
  buffer: Buffer,
  keepBody: boolean,
): { status: number; length: number; body: string } | null {
  const end = buffer.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = buffer.toString('latin1', 0, end);
  const declared = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const length = end + HEAD_END.length + Number(declared ?? 0);
  if (buffer.length < length) return null;
  const body = keepBody ? buffer.toString('utf8', end + HEAD_END.length, length) : '';
  return { status: Number(head.slice(9, 12)), length, body };
}
