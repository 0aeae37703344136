export type PrivatePostgres = {
  /** postgres:// with a role that may create databases. */
  url: string;
  /** Of the server as it was first started. */
  pid: number;
  /** Starts it again whenever it stops by itself; returns what lets go of it. */
  keep(listener: { tell: (text: string) => void; giveUp: (problem: Error) => void }): () => Promise<void>;
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  halt(mode: 'fast' | 'immediate'): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

export function startPrivatePostgres(options?: { durable?: boolean }): Promise<PrivatePostgres>;
