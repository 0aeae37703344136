import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config.js';

export type DatabaseParts = Pick<DataSourceOptions, 'entities' | 'migrations'>;

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_MS = 15_000;

/** The one pool of the process. Waiting for a free connection is bounded: past it the caller answers 503. */
export function createDataSource(
  config: Config,
  parts: DatabaseParts,
  onPoolError: (error: unknown) => void,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.DATABASE_URL,
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'each',
    entities: parts.entities,
    migrations: parts.migrations,
    poolSize: config.DATABASE_POOL,
    applicationName: 'haidang',
    parseInt8: true,
    poolErrorHandler: onPoolError,
    extra: {
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
    },
  });
}
