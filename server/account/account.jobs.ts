import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { KnownPlaces } from './session/known-places.service.js';
import { SessionService } from './session/session.service.js';
import { SlipService } from './slip/slip.service.js';

/** What accounts do without being asked: at night. */
@Injectable()
export class AccountJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sessions: SessionService,
    private readonly places: KnownPlaces,
    private readonly slips: SlipService,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'session.forget_expired',
      cron: '29 3 * * *',
      run: () => this.sessions.forgetExpired(),
    });
    this.jobs.schedule({
      name: 'account.forget_old_places',
      cron: '31 3 * * *',
      run: () => this.places.forgetOld(),
    });
    this.jobs.schedule({
      name: 'account.forget_ended_slips',
      cron: '37 3 * * *',
      run: () => this.slips.forgetEnded(),
    });
  }
}
