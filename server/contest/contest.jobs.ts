import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Sweeper } from '../platform/jobs/sweeper.js';
import { Outbox } from '../platform/outbox/outbox.service.js';
import { ATTEMPT_SUBMITTED, AttemptClosing } from './attempt-closing.service.js';
import { ATTEMPT_DEADLINE } from './attempt-deadlines.service.js';
import { LiveService } from './live.service.js';
import { ROUND_CHANGED } from './round-window.service.js';

/** What contests do without being asked: once a second, and after commits. */
@Injectable()
export class ContestJobs implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly live: LiveService,
    private readonly closing: AttemptClosing,
  ) {}

  onModuleInit(): void {
    this.sweeper.add({ name: 'contest.live', run: () => this.live.beat() });
    this.sweeper.add({
      name: 'contest.overdue_attempts',
      run: () => this.closing.closeOverdue(this.clock.now()),
    });
    this.outbox.on(ATTEMPT_SUBMITTED, (payload) => this.live.onSubmitted(payload));
    this.outbox.on(ATTEMPT_DEADLINE, (payload) => this.live.onDeadline(payload));
    this.outbox.on(ROUND_CHANGED, (payload) => this.live.onRoundChanged(payload));
  }
}
