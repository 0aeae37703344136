import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { hashPassword } from 'better-auth/crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { signInRefused, signInThrottled } from '../../../shared/account/account.errors.js';
import type { SessionView, SignIn } from '../../../shared/account/account.schema.js';
import { sameText } from '../../../shared/kernel/text.js';
import { wholeAdmin, type Viewer } from '../../../shared/kernel/viewer.js';
import { SessionReader } from '../../platform/auth/session.js';
import { Clock } from '../../platform/clock.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import { fail } from '../../platform/failure-error.js';
import { RateLimiter, refuseFor } from '../../platform/rate/rate-limiter.js';
import { canHostQna, canManageMembers, canOrganise, canSeeUnitProgress } from '../account.policy.js';
import { AUTH_LIBRARY, type AuthLibrary } from './auth-library.js';
import { guestTokenOf, hashOfToken } from '../guest/guest-cookie.js';
import { deleteExpired, endSessions, findLogin, readProfile, readViewers } from './session.queries.js';
import { SignInPace } from './sign-in-pace.service.js';

/** Generous, for a whole hall may stand behind one address; what is strict is the pace per login. */
const PER_ADDRESS = { max: 600, windowMs: 60_000 };
/** Password checks are heavy on purpose: two at a time, the rest wait their turn rather than fail. */
const CHECKS_AT_ONCE = 2;
const DELETED_AT_ONCE = 1_000;
const NOBODY = 'nobody@members.invalid';

@Injectable()
export class SessionService extends SessionReader implements OnApplicationShutdown {
  private readonly perAddress: RateLimiter;
  private readonly checks = new WorkQueue(CHECKS_AT_ONCE);
  /** A hall that answers at once asks for a thousand sessions at once: one statement reads them together. */
  private readonly reads = new BatchWriter<string, Viewer | null>({
    flush: (tokens) => readViewers(this.saving, tokens),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly saving: SavingDataSource,
    private readonly clock: Clock,
    private readonly pace: SignInPace,
    @Inject(AUTH_LIBRARY) private readonly library: AuthLibrary,
  ) {
    super();
    this.perAddress = new RateLimiter(PER_ADDRESS, clock);
  }

  override read(token: string): Promise<Viewer | null> {
    return this.reads.write(token);
  }

  override guestOf(cookieHeader: string | undefined): string | null {
    const token = guestTokenOf(cookieHeader);
    return token === null ? null : hashOfToken(token).toString('base64url');
  }

  /** Returns the Set-Cookie headers of a new session. One answer and the same work for every reason to refuse. */
  async signIn({ login, password }: SignIn, address: string): Promise<string[]> {
    this.perAddress.pass(address, signInThrottled);
    const folded = sameText(login);
    const found = await findLogin(this.dataSource, folded);
    // However somebody writes their login, by e-mail or by code: their tries are counted together.
    const counted = found?.id ?? folded;
    const waitMs = await this.pace.take(counted);
    if (waitMs > 0) refuseFor(waitMs, signInThrottled);
    const email = found?.email ?? NOBODY;
    const response = await this.checks.run(() =>
      this.library.auth.api.signInEmail({ body: { email, password, rememberMe: true }, asResponse: true }),
    );
    if (!response.ok) fail(signInRefused);
    await this.pace.forget(counted);
    return response.headers.getSetCookie();
  }

  /** Ends one session, within the caller's transaction. */
  async end(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query('DELETE FROM auth_session WHERE id = $1', [sessionId]);
  }

  async view(viewer: Viewer | null): Promise<SessionView> {
    const profile = viewer && (await readProfile(this.dataSource, viewer.memberId));
    return {
      member: viewer &&
        profile && {
          id: viewer.memberId,
          fullName: profile.full_name,
          code: profile.code,
          unit: { id: profile.unit_id, name: profile.unit_name },
          roles: [...viewer.grants],
        },
      can: {
        organise: canOrganise.allows(viewer),
        manageMembers: canManageMembers.allows(viewer),
        seeUnitProgress: canSeeUnitProgress.allows(viewer),
        hostQna: canHostQna.allows(viewer),
        operate: wholeAdmin.allows(viewer),
      },
      serverNow: this.clock.now().toISOString(),
    };
  }

  /** Signs a member out everywhere, within the caller's transaction. */
  async endAll(tx: EntityManager, memberId: string): Promise<void> {
    await endSessions(tx, memberId);
  }

  /** Deletes the sessions that ran out by themselves. */
  async forgetExpired(): Promise<void> {
    while ((await deleteExpired(this.dataSource, DELETED_AT_ONCE)) === DELETED_AT_ONCE);
  }

  hash(password: string): Promise<string> {
    return this.checks.run(() => hashPassword(password));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.library.close();
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
