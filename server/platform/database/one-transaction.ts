import { DataSource, type QueryRunner } from 'typeorm';
import type pg from 'pg';
import type { Config } from '../config.js';
import { dataSourceOptions, type DatabaseParts } from './data-source.js';

/** Who waits here for the connection longer than this waits for itself: it holds it already. */
const TURN_LIMIT_MS = 60_000;
/** A process that was stopped in the middle must not keep others waiting for ever. */
const IDLE_LIMIT_MS = 300_000;

/**
 * A data source whose whole life is one transaction on one connection. Services run on it unchanged: what they take
 * for transactions are steps of it, one after the other, and nothing they do is there for anybody else before
 * `commit`. Closed without it, or killed, it leaves nothing behind.
 */
export class OneTransaction extends DataSource {
  static async begin(
    config: Config,
    parts: DatabaseParts,
    onPoolError: (error: unknown) => void,
  ): Promise<OneTransaction> {
    const options = dataSourceOptions(config, parts, onPoolError);
    const source = new OneTransaction({
      ...options,
      poolSize: 1,
      extra: { ...options.extra, ...heldFromFirst() },
    });
    await source.initialize();
    return source;
  }

  /** Also those that services hold for themselves: what they begin is a step, and what they commit stays one. */
  override createQueryRunner(...args: Parameters<DataSource['createQueryRunner']>): QueryRunner {
    const runner = super.createQueryRunner(...args);
    const run = async (statement: string): Promise<void> => {
      await runner.query(statement);
    };
    return Object.assign(runner, {
      startTransaction: () => run('SAVEPOINT step'),
      commitTransaction: () => run('RELEASE SAVEPOINT step'),
      // Both, so that a step around this one finds its own savepoint.
      rollbackTransaction: () => run('ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step'),
    });
  }

  async commit(): Promise<void> {
    await this.query('COMMIT');
  }
}

/** The pool's one connection begins the transaction; a second one would stand outside it. */
function heldFromFirst(): object {
  let begun = false;
  return {
    connectionTimeoutMillis: TURN_LIMIT_MS,
    idleTimeoutMillis: 0,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: IDLE_LIMIT_MS,
    onConnect: async (client: pg.ClientBase): Promise<void> => {
      if (begun) throw new Error('the connection was lost in the middle of its transaction');
      begun = true;
      await client.query('BEGIN');
    },
  };
}
