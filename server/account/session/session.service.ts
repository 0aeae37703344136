import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { SessionView } from '../../../shared/account/account.schema.js';
import { wholeAdmin, type Viewer } from '../../../shared/kernel/viewer.js';
import {
  cookieOf,
  SESSION_COOKIE,
  SessionReader,
  signedCookie,
  verifyCookie,
} from '../../platform/auth/session.js';
import { SESSION_SECRET } from '../../platform/auth/session-secret.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import {
  canHostQna,
  canMakeSlips,
  canManageMembers,
  canOrganise,
  canSeeUnitProgress,
} from '../account.policy.js';
import { guestTokenOf, hashOfToken } from '../guest/guest-cookie.js';
import { SESSION_SECONDS } from './auth-library.js';
import {
  deleteExpired,
  endSessions,
  forgetEnded,
  insertSession,
  noteUse,
  readProfile,
  readViewers,
  wasEndedElsewhere,
} from './session.queries.js';

const DELETED_AT_ONCE = 1_000;
const MAX_USER_AGENT = 300;

/** Sessions as rows: read, begun, ended. */
@Injectable()
export class SessionService extends SessionReader {
  /** A hall that answers at once asks for a thousand sessions at once: one statement reads them together. */
  private readonly reads = new BatchWriter<string, Viewer | null>({
    flush: (tokens) => this.readTogether(tokens),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly saving: SavingDataSource,
    private readonly clock: Clock,
    @Inject(SESSION_SECRET) private readonly secret: string,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  override read(token: string): Promise<Viewer | null> {
    return this.reads.write(token);
  }

  override guestOf(cookieHeader: string | undefined): string | null {
    const token = guestTokenOf(cookieHeader);
    return token === null ? null : hashOfToken(token).toString('base64url');
  }

  /**
   * Begins a session without a password, within the caller's transaction: for a slip that somebody made. Answers its
   * Set-Cookie header.
   */
  async open(
    tx: EntityManager,
    memberId: string,
    { slipBy, userAgent }: { slipBy: string; userAgent: string | undefined },
  ): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    await insertSession(tx, {
      id: v7(),
      memberId,
      token,
      slipBy,
      seconds: SESSION_SECONDS,
      userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
    });
    const value = encodeURIComponent(signedCookie(token, this.secret));
    const secure = this.config.PUBLIC_URL?.startsWith('https:') ? '; Secure' : '';
    return `${SESSION_COOKIE}=${value}; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  }

  /** Ends one session, within the caller's transaction. */
  async end(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query('DELETE FROM auth_session WHERE id = $1', [sessionId]);
  }

  async view(viewer: Viewer | null, cookie: string | undefined): Promise<SessionView> {
    const profile = viewer && (await readProfile(this.dataSource, viewer));
    return {
      member: viewer &&
        profile && {
          id: viewer.memberId,
          fullName: profile.full_name,
          code: profile.code,
          unit: { id: profile.unit_id, name: profile.unit_name },
          roles: [...viewer.grants],
          preferences: {
            language: profile.language,
            scheme: profile.scheme,
            shortcuts: profile.shortcuts,
          },
          passwordGivenBy: viewer.mustSetPassword ? (profile.given_by ?? '') : null,
        },
      endedElsewhere: viewer === null && (await this.wasEndedElsewhere(cookie)),
      can: {
        organise: canOrganise.allows(viewer),
        manageMembers: canManageMembers.allows(viewer),
        makeSlips: canMakeSlips.allows(viewer),
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
    await forgetEnded(this.dataSource);
    while ((await deleteExpired(this.dataSource, DELETED_AT_ONCE)) === DELETED_AT_ONCE);
  }

  private async wasEndedElsewhere(cookie: string | undefined): Promise<boolean> {
    const token = verifyCookie(cookieOf(cookie, SESSION_COOKIE), this.secret);
    return token !== null && wasEndedElsewhere(this.dataSource, token);
  }

  private async readTogether(tokens: readonly string[]): Promise<(Viewer | null)[]> {
    const { viewers, stale } = await readViewers(this.saving, tokens);
    // When somebody was last here is nice to know: nobody waits for it, and the next minute tells it again.
    if (stale.length > 0) void noteUse(this.saving, stale).catch(() => undefined);
    return viewers;
  }
}
