import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { instant } from '../../../shared/kernel/time.js';
import { anyone } from '../../../shared/kernel/viewer.js';
import { HealthService } from './health.service.js';
import { Route } from './route.js';

const healthView = z.object({ status: z.literal('ok'), database: z.literal('ok'), serverNow: instant });

@Controller('api/health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get()
  @Route({
    out: healthView,
    policy: anyone,
    beforePassword: true,
    summary: 'Whether the application and its database answer',
  })
  read(): Promise<z.infer<typeof healthView>> {
    return this.health.check();
  }
}
