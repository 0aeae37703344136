import { createHash, randomBytes } from 'node:crypto';
import { cookieOf } from '../../platform/auth/session.js';

export const GUEST_COOKIE = 'haidang.guest';
const MAX_AGE_SECONDS = 30 * 24 * 3600;
/** 256 bits as base64url; the last letter carries four of them. */
const TOKEN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** The token of a device that was a guest before; null for none, and for one that we did not make. */
export function guestTokenOf(cookieHeader: string | undefined): string | null {
  const value = cookieOf(cookieHeader, GUEST_COOKIE);
  return value !== undefined && TOKEN.test(value) ? value : null;
}

export function newGuestToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: nobody can enter with it. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function guestCookie(token: string, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax`;
  return `${GUEST_COOKIE}=${token}; ${attributes}${secure ? '; Secure' : ''}`;
}
