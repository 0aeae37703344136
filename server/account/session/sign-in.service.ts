import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { signInRefused, signInThrottled } from '../../../shared/account/account.errors.js';
import type { SignIn } from '../../../shared/account/account.schema.js';
import { sameText } from '../../../shared/kernel/text.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { RateLimiter, refuseFor } from '../../platform/rate/rate-limiter.js';
import { AUTH_LIBRARY, type AuthLibrary } from './auth-library.js';
import { KnownPlaces, type Origin } from './known-places.service.js';
import { Passwords } from './passwords.service.js';
import { findLogin } from './session.queries.js';
import { SignInPace } from './sign-in-pace.service.js';

/** Generous, for a whole hall may stand behind one address; what is strict is the pace per member. */
const PER_ADDRESS = { max: 600, windowMs: 60_000 };
const NOBODY = 'nobody@members.invalid';

/** Signing in by a password. */
@Injectable()
export class SignInService implements OnApplicationShutdown {
  private readonly perAddress: RateLimiter;

  constructor(
    private readonly dataSource: DataSource,
    private readonly pace: SignInPace,
    private readonly places: KnownPlaces,
    private readonly passwords: Passwords,
    @Inject(AUTH_LIBRARY) private readonly library: AuthLibrary,
    clock: Clock,
  ) {
    this.perAddress = new RateLimiter(PER_ADDRESS, clock);
  }

  /** Returns the Set-Cookie headers of a new session. One answer and the same work for every reason to refuse. */
  async signIn({ login, password }: SignIn, origin: Origin): Promise<string[]> {
    const place = this.places.placeOf(origin);
    // By itself where somebody has signed in on it before: what others behind its address do is not held against it.
    this.perAddress.pass(place.device ?? place.network, signInThrottled);
    const folded = sameText(login);
    const found = await findLogin(this.dataSource, folded);
    // However somebody writes their login, by e-mail or by code: their tries are counted together.
    const buckets = await this.places.bucketsOf({ memberId: found?.id ?? null, login: folded }, place);
    const waitMs = await this.pace.take(buckets);
    if (waitMs > 0) refuseFor(waitMs, signInThrottled);
    const email = found?.email ?? NOBODY;
    const headers = new Headers(origin.userAgent === undefined ? {} : { 'user-agent': origin.userAgent });
    const response = await this.passwords.inTurn(() =>
      this.library.auth.api.signInEmail({
        body: { email, password, rememberMe: true },
        headers,
        asResponse: true,
      }),
    );
    if (!response.ok || !found) return fail(signInRefused);
    await this.pace.forget(buckets);
    return [...response.headers.getSetCookie(), await this.places.remember(found.id, place)];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.library.close();
  }
}
