import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { instant } from '../../../shared/kernel/time.js';
import { anyone } from '../../../shared/kernel/viewer.js';
import { Clock } from '../clock.js';
import { Route } from './route.js';

const healthView = z.object({ status: z.literal('ok'), database: z.literal('ok'), serverNow: instant });

@Controller('api/health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Route({ out: healthView, policy: anyone, summary: 'Whether the application and its database answer' })
  async read(): Promise<z.infer<typeof healthView>> {
    await this.dataSource.query('SELECT 1');
    return { status: 'ok', database: 'ok', serverNow: this.clock.now().toISOString() };
  }
}
