import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '../../../shared/kernel/viewer.js';

export const SESSION_COOKIE = 'haidang.session_token';
/** Postgres channel on which triggers name sessions that ended; payload: session id. */
export const SESSION_ENDED_CHANNEL = 'session_ended';
/** Postgres channel on which triggers name members or units whose viewers changed (roles, unit path); payload: that id. */
export const SESSION_CHANGED_CHANNEL = 'session_changed';

/** Who a cookie stands for. The account feature provides it. */
export abstract class SessionReader {
  /** Looks a session token up; null when it is unknown, over, or its member left. */
  abstract read(token: string): Promise<Viewer | null>;

  /** A name for the device of somebody without an account, with which nobody can come in; null for none. */
  abstract guestOf(cookieHeader: string | undefined): string | null;
}

/** `token.base64(HMAC-SHA-256)`: what `verifyCookie` reads. */
export function signedCookie(token: string, secret: string): string {
  return `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`;
}

/** The token inside a signed cookie value (`token.base64(HMAC-SHA-256)`), or null when the signature is not ours. */
export function verifyCookie(value: string | undefined, secret: string): string | null {
  if (!value) return null;
  const decoded = value.includes('%') ? safeDecode(value) : value;
  const dot = decoded.lastIndexOf('.');
  if (dot <= 0) return null;
  const token = decoded.slice(0, dot);
  const given = Buffer.from(decoded.slice(dot + 1));
  const wanted = Buffer.from(signedCookie(token, secret).slice(dot + 1));
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null;
}

/** The named cookie of a raw Cookie header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (let from = 0; header !== undefined && from < header.length;) {
    const semicolon = header.indexOf(';', from);
    const to = semicolon < 0 ? header.length : semicolon;
    const equals = header.indexOf('=', from);
    if (equals > from && equals < to && header.slice(from, equals).trim() === name)
      return header.slice(equals + 1, to).trim();
    from = to + 1;
  }
  return undefined;
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
