import { Injectable } from '@nestjs/common';
import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** Hashes are heavy on purpose: two at a time, the rest wait their turn rather than fail. */
const CHECKS_AT_ONCE = 2;

/** Making and checking the hashes of passwords, at a pace that leaves others their share of the machine. */
@Injectable()
export class Passwords {
  private readonly checks = new WorkQueue(CHECKS_AT_ONCE);

  hash(password: string): Promise<string> {
    return this.checks.run(() => hashPassword(password));
  }

  /** Whether it is the password of the hash. */
  matches(password: string, hash: string): Promise<boolean> {
    return this.checks.run(() => verifyPassword({ hash, password }));
  }

  /** Other work that comes down to a check. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.checks.run(work);
  }
}

/** Runs at most `width` pieces of work at once; the rest wait in order of arrival. */
class WorkQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly width: number) {}

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.width) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      this.handOver();
    }
  }

  /** The place goes to who waits longest, so that nobody who comes now can slip in between. */
  private handOver(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
