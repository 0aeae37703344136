import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const MAIN = resolve('dist/server/main.js');
const START = resolve('scripts/start.mjs');
const message = z.object({ type: z.string(), text: z.string().optional() }).loose();
type Told = z.infer<typeof message>;
const nodesMessage = z.object({ type: z.literal('nodes'), pids: z.array(z.number()) });

export type ServerOptions = {
  databaseUrl: string;
  secret: string;
  preload?: string;
  environment?: Record<string, string>;
  /** Hears what the server tells its starter, and may kill it. */
  onMessage?: (sent: Told, kill: () => void) => void;
  /** Several behind one port, as `npm start` starts them, instead of one. */
  nodes?: number;
};

/** The built server as a process of its own, which a test may kill. */
export class ServerProcess {
  private constructor(
    private child: ChildProcess,
    readonly url: string,
    private readonly begin: () => Promise<ChildProcess>,
    private readonly folder: string,
  ) {}

  static async start({
    databaseUrl,
    secret,
    preload,
    environment,
    onMessage,
    nodes,
  }: ServerOptions): Promise<ServerProcess> {
    if (!existsSync(MAIN)) throw new Error('The server is not built: run `npm run build` first.');
    const folder = mkdtempSync(join(tmpdir(), 'haidang-server-'));
    const port = await freePort();
    const env = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: secret,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
      DATABASE_POOL: '8',
      ...(nodes && { NODES: String(nodes) }),
      ...environment,
      ...(preload && { NODE_OPTIONS: `--import=${resolve(preload)}` }),
    };
    const begin = async (): Promise<ChildProcess> => {
      const child = spawn(process.execPath, [nodes ? START : MAIN], {
        env,
        stdio: ['ignore', nodes ? 'ignore' : 'inherit', 'inherit', 'ipc'],
      });
      await untilReady(child, (sent) => onMessage?.(sent, () => child.kill('SIGKILL')));
      return child;
    };
    try {
      return new ServerProcess(await begin(), `http://127.0.0.1:${port}`, begin, folder);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** As the kernel does it when memory runs out: nothing is flushed, nobody is told. */
  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Resolves when the process has ended by itself. */
  async gone(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }

  /** Stands still, as on a machine that swaps, until it is let go on. */
  stand(): void {
    this.child.kill('SIGSTOP');
  }

  goOn(): void {
    this.child.kill('SIGCONT');
  }

  async startAgain(): Promise<void> {
    this.child = await this.begin();
  }

  /** The processes behind the port, once they are so many and none of `without`. */
  nodes(count: number, without: readonly number[] = []): Promise<number[]> {
    const { child } = this;
    return new Promise((settle) => {
      const look = (sent: unknown): void => {
        const pids = nodesMessage.safeParse(sent).data?.pids;
        if (pids?.length !== count || pids.some((pid) => without.includes(pid))) return;
        child.off('message', look);
        settle(pids);
      };
      child.on('message', look);
    });
  }

  /** New nodes in the places of those there are. */
  async exchange(): Promise<void> {
    const { child } = this;
    const done = new Promise<void>((settle) => {
      child.on('message', (sent) => {
        if (message.safeParse(sent).data?.type === 'restarted') settle();
      });
    });
    child.kill('SIGUSR2');
    await done;
  }

  tell(text: object): void {
    this.child.send(text);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function untilReady(child: ChildProcess, onMessage: (sent: Told) => void): Promise<void> {
  return new Promise((settle, refuse) => {
    child.on('message', (sent) => {
      const told = message.safeParse(sent).data;
      if (told) onMessage(told);
      if (told?.type === 'ready') settle();
    });
    child.once('exit', (code) =>
      refuse(new Error(`the server ended with ${String(code)} before it was ready`)),
    );
  });
}

export function freePort(): Promise<number> {
  return new Promise((settle, refuse) => {
    const server = createServer();
    server.once('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Asks again until the check holds; fails with its last error after the limit. */
export async function eventually(check: () => Promise<void>, limitMs = 60_000): Promise<void> {
  const untilMs = performance.now() + limitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > untilMs) throw error;
      await new Promise((settle) => setTimeout(settle, 100));
    }
  }
}
