import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { unavailable } from '../../../shared/kernel/failure.js';
import { Clock } from '../clock.js';
import { fail } from '../failure-error.js';
import { Leaving } from './leaving.service.js';

@Injectable()
export class HealthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly leaving: Leaving,
  ) {}

  /** Throws when the database does not answer, or when this node is about to go. */
  async check(): Promise<{ status: 'ok'; database: 'ok'; serverNow: string }> {
    if (this.leaving.isLeaving) fail(unavailable);
    await this.dataSource.query('SELECT 1');
    return { status: 'ok', database: 'ok', serverNow: this.clock.now().toISOString() };
  }
}
