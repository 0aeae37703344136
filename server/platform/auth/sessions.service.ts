import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { BoundedMap } from '../bounded-map.js';
import { Clock } from '../clock.js';
import { NotificationListener } from '../database/listener.js';
import { cookieOf, SESSION_COOKIE, SessionReader, verifyCookie } from './session.js';
import { SESSION_SECRET } from './session-secret.js';

/** How old what is known of a session may be. */
const CACHE_MS = 1_000;
/** When it is read again although nothing was announced: a session runs out by itself. */
const LONGEST_MS = 60_000;
const CACHE_MAX = 20_000;

/** A promise while it is being read. */
type Sought = Viewer | null | Promise<Viewer | null>;
type Cached = { viewer: Sought; readAtMs: number };

/**
 * From a Cookie header to a viewer. Sessions that ended or changed are announced, and forgotten at once. While
 * announcements are known to be heard a session is read once a minute; else it is trusted for a second.
 */
@Injectable()
export class Sessions {
  /** By the whole Cookie header, so that a known one costs one look. */
  private readonly cache = new BoundedMap<string, Cached>(CACHE_MAX);
  /** Cookies whose signature was found good: what a cookie says about its token never changes. */
  private readonly verified = new BoundedMap<string, string>(CACHE_MAX);

  constructor(
    private readonly reader: SessionReader,
    private readonly clock: Clock,
    private readonly listener: NotificationListener,
    @Inject(SESSION_SECRET) private readonly secret: string,
  ) {}

  async viewerOf(cookieHeader: string | undefined): Promise<Viewer | null> {
    return this.find(cookieHeader);
  }

  /** The same without a promise where the viewer is known. */
  find(cookieHeader: string | undefined): Sought {
    if (cookieHeader === undefined) return null;
    const nowMs = this.clock.nowMs();
    const cached = this.cache.get(cookieHeader);
    return cached && this.isFresh(cached, nowMs) ? cached.viewer : this.read(cookieHeader, nowMs);
  }

  private isFresh({ readAtMs }: Cached, nowMs: number): boolean {
    return (
      nowMs >= readAtMs &&
      nowMs - readAtMs < LONGEST_MS &&
      nowMs - this.listener.heardUntil(readAtMs) < CACHE_MS
    );
  }

  /** Drops everything cached; the next request of each session reads it again. */
  forgetAll(): void {
    this.cache.clear();
  }

  private read(cookieHeader: string, nowMs: number): Sought {
    const token = this.tokenOf(cookieOf(cookieHeader, SESSION_COOKIE));
    if (token === null) return null;
    const reading = this.reader.read(token);
    const entry: Cached = { viewer: reading, readAtMs: nowMs };
    this.cache.set(cookieHeader, entry);
    reading.then(
      (viewer) => (entry.viewer = viewer),
      () => this.cache.delete(cookieHeader),
    );
    return reading;
  }

  private tokenOf(cookie: string | undefined): string | null {
    if (cookie === undefined) return null;
    const known = this.verified.get(cookie);
    if (known !== undefined) return known;
    const token = verifyCookie(cookie, this.secret);
    if (token !== null) this.verified.set(cookie, token);
    return token;
  }
}
