import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { forgetRested, forgetTries, returnTry, takeTry } from './sign-in-pace.queries.js';
import { PER_PLACE, type Bucket } from './sign-in-pace.rules.js';

/** How fast passwords may be tried on one member, or on one folded login that is nobody's, at whichever node: a row costs nothing beside checking a password. */
@Injectable()
export class SignInPace implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'account.forget_sign_in_tries',
      cron: '7 * * * *',
      run: () => forgetRested(this.dataSource, PER_PLACE),
    });
  }

  /** Counts a try. Returns 0 when it may be made, else the milliseconds until the next may. */
  async take(buckets: readonly Bucket[]): Promise<number> {
    for (const { key, pace } of buckets) {
      const waitMs = await takeTry(this.dataSource, hashOf(key), pace);
      if (waitMs > 0) return waitMs;
    }
    return 0;
  }

  /** Undoes a `take` that got through: what it was taken for does not count. */
  async giveBack(buckets: readonly Bucket[]): Promise<void> {
    for (const { key, pace } of buckets) await returnTry(this.dataSource, hashOf(key), pace);
  }

  /** After the right password: what was tried from there. */
  async forget([place]: readonly [Bucket, ...Bucket[]]): Promise<void> {
    await forgetTries(this.dataSource, hashOf(place.key));
  }
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
