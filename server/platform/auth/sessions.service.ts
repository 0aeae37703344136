import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { BoundedMap } from '../bounded-map.js';
import { Clock } from '../clock.js';
import { NotificationListener } from '../database/listener.js';
import { Kept } from '../kept/kept.js';
import { cookieOf, SESSION_COOKIE, SessionReader, verifyCookie } from './session.js';
import { SESSION_SECRET } from './session-secret.js';

/** How old what is known of a session may be. */
const KEPT_MS = 1_000;
/** When it is read again although nothing was announced: a session runs out by itself. */
const LONGEST_MS = 60_000;
/** In characters of cookies and of what is kept beside each: room for 20,000 ordinary ones. */
const MAX_KEPT = 10_000_000;
const BESIDE = 300;

type Sought = Viewer | null | Promise<Viewer | null>;

const weightOf = (cookie: string): number => cookie.length + BESIDE;

/** A part of a text keeps the whole text in memory, and the header that a cookie stands in may be hundreds of times its size. */
const byItself = (part: string): string => Buffer.from(part).toString();

/**
 * From a Cookie header to a viewer. Sessions that ended or changed are announced, and forgotten at once. While
 * announcements are known to be heard a session is read once a minute; else it is trusted for a second.
 */
@Injectable()
export class Sessions {
  /** By token: other cookies of the header, and other ways to write this one, make no entry of their own. */
  private readonly kept: Kept<Viewer | null>;
  /** Tokens of session cookies whose signature was found good: what a cookie says about its token never changes. */
  private readonly verified = new BoundedMap<string, string>(MAX_KEPT, weightOf);

  constructor(
    private readonly reader: SessionReader,
    clock: Clock,
    private readonly listener: NotificationListener,
    @Inject(SESSION_SECRET) private readonly secret: string,
  ) {
    this.kept = new Kept(
      { max: MAX_KEPT, weigh: weightOf, isFresh: (readAtMs, nowMs) => this.isFresh(readAtMs, nowMs) },
      clock,
    );
  }

  async viewerOf(cookieHeader: string | undefined): Promise<Viewer | null> {
    return this.find(cookieHeader);
  }

  /** The same without a promise where the viewer is known. */
  find(cookieHeader: string | undefined): Sought {
    const token = this.tokenOf(cookieOf(cookieHeader, SESSION_COOKIE));
    return token === null ? null : this.kept.get(token, () => this.reader.read(token));
  }

  /** A name for the device of a guest; see `SessionReader`. */
  guestOf(cookieHeader: string | undefined): string | null {
    return this.reader.guestOf(cookieHeader);
  }

  /** Drops everything kept; the next request of each session reads it again. */
  forgetAll(): void {
    this.kept.clear();
  }

  private isFresh(readAtMs: number, nowMs: number): boolean {
    return (
      nowMs >= readAtMs &&
      nowMs - readAtMs < LONGEST_MS &&
      nowMs - this.listener.heardUntil(readAtMs) < KEPT_MS
    );
  }

  private tokenOf(cookie: string | undefined): string | null {
    if (cookie === undefined) return null;
    const known = this.verified.get(cookie);
    if (known !== undefined) return known;
    const found = verifyCookie(cookie, this.secret);
    if (found === null) return null;
    const token = byItself(found);
    this.verified.set(byItself(cookie), token);
    return token;
  }
}
