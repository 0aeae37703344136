import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { Sweeper } from '../platform/jobs/sweeper.js';
import { Outbox } from '../platform/outbox/outbox.service.js';
import { RealtimeHub } from '../platform/realtime/hub.service.js';
import { AttemptClosing, attemptSubmitted } from './attempt/attempt-closing.service.js';
import { attemptDeadline } from './attempt/attempt-deadlines.service.js';
import { ContestLife } from './life/life.service.js';
import { LiveService } from './live/live.service.js';
import { roundChanged } from './builder/round-window.service.js';

/** What contests do without being asked: once a second, at night, and after commits. */
@Injectable()
export class ContestJobs implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly hub: RealtimeHub,
    private readonly live: LiveService,
    private readonly closing: AttemptClosing,
    private readonly jobs: Jobs,
    private readonly life: ContestLife,
  ) {}

  onModuleInit(): void {
    this.sweeper.add({ name: 'contest.live', run: () => this.live.beat() });
    this.sweeper.add({
      name: 'contest.overdue_attempts',
      run: (untilMs) => this.closing.closeOverdue(this.clock.now(), untilMs),
    });
    this.jobs.schedule({
      name: 'contest.sweep_deleted',
      cron: '41 3 * * *',
      run: () => this.life.sweepDeleted(),
    });
    this.outbox.hint(attemptSubmitted, (event) => this.live.onSubmitted(event));
    this.outbox.hint(attemptDeadline, (event) => this.live.onDeadline(event));
    this.outbox.hint(roundChanged, (event) => this.live.onRoundChanged(event));
  }

  onApplicationBootstrap(): void {
    if (this.hub.isAttached) this.live.start();
  }
}
