import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { z } from 'zod';
import { rowOf } from '../database/sql.js';
import { LOGGER } from '../log.js';
import { SESSION_SECRET } from './session-secret.js';

const FINGERPRINT_BYTES = 16;
const row = z.object({ fingerprint: z.string() });

/**
 * All nodes of a database sign cookies with the same secret, or somebody who signed in at one is nobody at the next. The
 * database keeps a fingerprint of it. A node with another secret may start once no node with the former one runs.
 */
@Injectable()
export class SecretFingerprint {
  private readonly own: string;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SESSION_SECRET) secret: string,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const derived = hkdfSync('sha256', secret, '', 'haidang secret fingerprint', FINGERPRINT_BYTES);
    this.own = Buffer.from(derived).toString('base64url');
  }

  /** Call it once other nodes see this one, so that of two that start together at least one sees the other. */
  async check({ alone }: { alone: boolean }): Promise<void> {
    const { own } = this;
    await this.dataSource.query(
      'INSERT INTO session_secret (fingerprint) VALUES ($1) ON CONFLICT (only_row) DO NOTHING',
      [own],
    );
    const known = await rowOf(this.dataSource, row, 'SELECT fingerprint FROM session_secret');
    if (known?.fingerprint === own) return;
    if (!alone)
      throw new Error(
        'Another node serves this database with another session secret. Give all nodes the same SESSION_SECRET ' +
          '(without one each makes its own in DATA_DIR/session-secret).',
      );
    await this.dataSource.query('UPDATE session_secret SET fingerprint = $1', [own]);
    this.logger.warn('the session secret is another one than before: everybody has to sign in again');
  }
}
