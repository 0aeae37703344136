import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  passwordOwn,
  passwordSame,
  passwordWrong,
  signInThrottled,
} from '../../../shared/account/account.errors.js';
import type {
  ChangePassword,
  ChangePreferences,
  EndedSessions,
  FirstPassword,
  OwnAccount,
  OwnSessions,
} from '../../../shared/account/own.schema.js';
import { notFound, staleWrite } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Acts, type Done } from '../../platform/act/acts.service.js';
import { Sessions } from '../../platform/auth/sessions.service.js';
import { fail } from '../../platform/failure-error.js';
import { refuseFor } from '../../platform/rate/rate-limiter.js';
import { KnownPlaces, type Origin } from '../session/known-places.service.js';
import { Passwords } from '../session/passwords.service.js';
import { SignInPace } from '../session/sign-in-pace.service.js';
import {
  endSessionsOf,
  forgetSlipOf,
  readAccount,
  readPassword,
  readSessions,
  setOwnPassword,
  updatePreferences,
} from './own-account.queries.js';
import { presentAccount, presentSession } from './own-account.present.js';

const MAX_SESSIONS = 100;

type Change = { password: string; before: string | null; endOthers: boolean };

/** What somebody does to their own account: password, devices, preferences. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly pace: SignInPace,
    private readonly places: KnownPlaces,
  ) {}

  async read({ memberId }: Viewer): Promise<OwnAccount> {
    return presentAccount((await readAccount(this.dataSource, memberId)) ?? fail(notFound));
  }

  async prefer({ memberId }: Viewer, change: ChangePreferences): Promise<void> {
    await updatePreferences(this.dataSource, memberId, change);
  }

  /** A wrong password counts as one at the sign-in does: an open session is no better place to guess. */
  async changePassword(
    viewer: Viewer,
    { current, password, endOthers }: ChangePassword,
    origin: Pick<Origin, 'address' | 'cookie'>,
  ): Promise<EndedSessions> {
    const place = this.places.placeOf(origin);
    const buckets = await this.places.bucketsOf({ memberId: viewer.memberId, login: '' }, place);
    const waitMs = await this.pace.take(buckets);
    if (waitMs > 0) refuseFor(waitMs, signInThrottled);
    const known = await readPassword(this.dataSource, viewer);
    const before = known?.hash ?? null;
    if (before === null || !(await this.passwords.matches(current, before))) return fail(passwordWrong);
    await this.pace.forget(buckets);
    if (current === password) fail(passwordSame);
    return this.setPassword(viewer, { password, before, endOthers });
  }

  /** In place of a password or slip that somebody else gave. Whoever else may know it is signed out. */
  async setFirstPassword(viewer: Viewer, { password }: FirstPassword): Promise<EndedSessions> {
    const known = await readPassword(this.dataSource, viewer);
    if (known?.given_by == null && known?.slip_by == null) return fail(passwordOwn);
    const before = known.hash;
    if (before !== null && (await this.passwords.matches(password, before))) fail(passwordSame);
    return this.setPassword(viewer, { password, before, endOthers: true });
  }

  async listSessions(viewer: Viewer): Promise<OwnSessions> {
    const rows = await readSessions(this.dataSource, viewer, MAX_SESSIONS);
    return { items: rows.map((row) => presentSession(row, viewer.sessionId)), next: null };
  }

  /** Ends one session of one's own, this one too. */
  async endSession({ memberId }: Viewer, sessionId: string): Promise<void> {
    await this.acts.run({ memberId }, async (tx) => {
      const ended = await endSessionsOf(tx, memberId, { only: sessionId });
      if (ended === 0) fail(notFound);
      return { action: 'account.end_session', subjectId: memberId, details: { ended } };
    });
    this.sessions.forgetAll();
  }

  async endOtherSessions({ memberId, sessionId }: Viewer): Promise<EndedSessions> {
    let ended = 0;
    await this.acts.run({ memberId }, async (tx): Promise<Done> => {
      ended = await endSessionsOf(tx, memberId, { except: sessionId });
      return ended === 0 ? null : { action: 'account.end_session', subjectId: memberId, details: { ended } };
    });
    this.sessions.forgetAll();
    return { ended };
  }

  private async setPassword(
    { memberId, sessionId }: Viewer,
    { password, before, endOthers }: Change,
  ): Promise<EndedSessions> {
    const hash = await this.passwords.hash(password);
    let ended = 0;
    await this.acts.run({ memberId }, async (tx) => {
      if (!(await setOwnPassword(tx, memberId, { hash, before }))) fail(staleWrite);
      await forgetSlipOf(tx, sessionId);
      if (endOthers) ended = await endSessionsOf(tx, memberId, { except: sessionId });
      return { action: 'account.change_password', subjectId: memberId, details: { ended } };
    });
    this.sessions.forgetAll();
    return { ended };
  }
}
