import { DataSource, type EntityManager } from 'typeorm';
import type pg from 'pg';
import type { Config } from '../config.js';
import { dataSourceOptions, type DatabaseParts } from './data-source.js';

type Act<Result> = (tx: EntityManager) => Promise<Result>;

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

  override async transaction<Result>(...args: [Act<Result>] | [unknown, Act<Result>]): Promise<Result> {
    const act = args.length === 1 ? args[0] : args[1];
    const runner = this.createQueryRunner();
    try {
      await runner.query('SAVEPOINT step');
      const result = await act(runner.manager);
      await runner.query('RELEASE SAVEPOINT step');
      return result;
    } catch (error) {
      // Whoever called may expect the failure and go on; where the connection is lost the first error says more.
      await runner.query('ROLLBACK TO SAVEPOINT step').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
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
