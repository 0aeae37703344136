import { WebSocket } from 'ws';

/** One connection over which votes go, one at a time, as fast as they are acknowledged. */
export type Voter = {
  vote: (body: Vote) => Promise<void>;
  /** Frames that were not asked for: what the server broadcasts. */
  broadcasts: () => number;
  close: () => void;
};
export type Vote = { inquiryId: string; up: boolean };

/** A Socket.IO connection spoken by hand, with as little work for a frame as possible. */
export async function connectVoter({
  url,
  cookie,
  sessionId,
  onBroadcast = () => {},
}: {
  url: string;
  cookie: string;
  sessionId: string;
  onBroadcast?: (frame: string) => void;
}): Promise<Voter> {
  const socket = new WebSocket(`${url}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie },
    perMessageDeflate: false,
  });
  const acks = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let asked = 0;
  let broadcasts = 0;
  const ask = (event: string, data: object): Promise<void> =>
    new Promise((resolve, reject) => {
      asked += 1;
      acks.set(asked, { resolve, reject });
      socket.send(`42/qna,${asked}${JSON.stringify([event, data])}`);
    });
  const joined = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (raw: Buffer) => {
      const frame = raw.toString();
      if (frame === '2') return socket.send('3');
      if (frame.startsWith('0')) return socket.send('40/qna,');
      if (frame.startsWith('40/qna')) return resolve();
      if (frame.startsWith('42/qna,')) {
        broadcasts += 1;
        return onBroadcast(frame);
      }
      if (!frame.startsWith('43/qna,')) return undefined;
      const start = frame.indexOf('[');
      const waiting = acks.get(Number(frame.slice(7, start)));
      acks.delete(Number(frame.slice(7, start)));
      if (frame.startsWith('[{"ok":true', start)) return waiting?.resolve();
      return waiting?.reject(new Error(frame.slice(start, start + 200)));
    });
  });
  await joined;
  await ask('session.watch', { sessionId });
  return {
    vote: (body) => ask('inquiry.vote', body),
    broadcasts: () => broadcasts,
    close: () => socket.terminate(),
  };
}

/** A connection that only looks on. `lastCounts`: supporters of each question, as last heard. */
export type Watcher = {
  lastCounts: ReadonlyMap<string, number>;
  /** Ticks that were left out, by their numbers. */
  gaps: () => number;
  close: () => void;
};

type Tick = { seq: number; data: { votes: [inquiryId: string, votes: number][] } };

export async function connectWatcher(url: string, cookie: string, sessionId: string): Promise<Watcher> {
  const lastCounts = new Map<string, number>();
  let gaps = 0;
  let last: number | null = null;
  const onTick = ({ seq, data }: Tick): void => {
    if (last !== null && seq !== last + 1) gaps += 1;
    last = seq;
    for (const [inquiryId, votes] of data.votes) lastCounts.set(inquiryId, votes);
  };
  const { close } = await connectVoter({
    url,
    cookie,
    sessionId,
    onBroadcast: (frame) => {
      const [event, told] = JSON.parse(frame.slice(frame.indexOf('[')));
      if (event === 'room.tick') onTick(told);
    },
  });
  return { lastCounts, gaps: () => gaps, close };
}

/** The same over the bare server: JSON over a WebSocket, acknowledged by the number of the message. */
export async function connectBareVoter(url: string, voterId: string): Promise<Voter> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  const acks = new Map<number, () => void>();
  let asked = 0;
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', resolve);
    socket.on('message', (raw: Buffer) => {
      const id = Number(raw.toString());
      acks.get(id)?.();
      acks.delete(id);
    });
  });
  const vote = (body: Vote): Promise<void> =>
    new Promise((resolve) => {
      asked += 1;
      acks.set(asked, resolve);
      socket.send(JSON.stringify({ id: asked, voterId, ...body }));
    });
  return { vote, broadcasts: () => 0, close: () => socket.terminate() };
}
