export type PrivatePostgres = {
  /** postgres:// with a role that may create databases. */
  url: string;
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  halt(mode: 'fast' | 'immediate'): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

export function startPrivatePostgres(options?: { durable?: boolean }): Promise<PrivatePostgres>;
