import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { SessionService } from './session/session.service.js';

/** What accounts do without being asked: at night. */
@Injectable()
export class AccountJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sessions: SessionService,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'session.forget_expired',
      cron: '29 3 * * *',
      run: () => this.sessions.forgetExpired(),
    });
  }
}
