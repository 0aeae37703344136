import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config.js';

export type DatabaseParts = Pick<DataSourceOptions, 'entities' | 'migrations'>;

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_MS = 15_000;

/**
 * Connections of their own for what must not wait for readers: sessions, starts, answers, submissions. Whoever uses
 * them needs few at a time, so that a handful is always enough.
 */
export class SavingDataSource extends DataSource {}

type Connecting = { config: Config; onPoolError: (error: unknown) => void };

/** The pool for everything else. Waiting for a free connection is bounded: past it the caller answers 503. */
export function createDataSource(
  config: Config,
  parts: DatabaseParts,
  onPoolError: (error: unknown) => void,
): DataSource {
  return new DataSource({
    ...dataSourceOptions(config, parts, onPoolError),
    poolSize: config.DATABASE_POOL,
    applicationName: 'haidang',
  });
}

export function createSavingDataSource(
  config: Config,
  onPoolError: (error: unknown) => void,
): SavingDataSource {
  return new SavingDataSource({
    ...optionsOf({ config, onPoolError }),
    poolSize: config.DATABASE_SAVING_POOL,
    applicationName: 'haidang-saving',
  });
}

/** How to connect, for whoever decides how many connections there are. */
export function dataSourceOptions(
  config: Config,
  { entities, migrations }: DatabaseParts,
  onPoolError: (error: unknown) => void,
) {
  return { ...optionsOf({ config, onPoolError }), entities, migrations };
}

function optionsOf({ config, onPoolError }: Connecting) {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'each',
    parseInt8: true,
    poolErrorHandler: onPoolError,
    extra: {
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
    },
  } as const satisfies DataSourceOptions;
}
