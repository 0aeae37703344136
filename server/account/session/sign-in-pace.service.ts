import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { forgetRested, forgetTries, takeTry } from './sign-in-pace.queries.js';

const PER_LOGIN = { max: 5, windowMs: 5 * 60_000 };

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
      run: () => forgetRested(this.dataSource, PER_LOGIN),
    });
  }

  /** Counts a try. Returns 0 when it may be made, else the milliseconds until the next may. */
  take(login: string): Promise<number> {
    return takeTry(this.dataSource, hashOf(login), PER_LOGIN);
  }

  /** After the right password. */
  async forget(login: string): Promise<void> {
    await forgetTries(this.dataSource, hashOf(login));
  }
}

function hashOf(login: string): Buffer {
  return createHash('sha256').update(login).digest();
}
