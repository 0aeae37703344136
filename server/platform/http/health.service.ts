import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';

@Injectable()
export class HealthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Throws when the database does not answer. */
  async check(): Promise<{ status: 'ok'; database: 'ok'; serverNow: string }> {
    await this.dataSource.query('SELECT 1');
    return { status: 'ok', database: 'ok', serverNow: this.clock.now().toISOString() };
  }
}
