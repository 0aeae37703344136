import { createHash, createHmac, randomBytes } from 'node:crypto';
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

/** The first four groups of an IPv6 address are a household's or a hall's; the rest a device changes as it likes. */
const IPV6_GROUPS = 4;

/** Tells guests of one place who come from one network, without the address: what it is made of is not kept. */
export function networkTag(secret: string, place: string, address: string): Buffer {
  const network =
    address.includes(':') && !address.includes('.')
      ? groupsOf(address).slice(0, IPV6_GROUPS).join(':')
      : address;
  return createHmac('sha256', secret).update(`guest network ${place} ${network}`).digest().subarray(0, 12);
}

/** All eight, also where `::` stands for some. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address
    .toLowerCase()
    .split('::')
    .map((part) => part.split(':').filter(Boolean).join(':'));
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const missing = tail === undefined ? 0 : 8 - (first?.length ?? 0) - (last?.length ?? 0);
  return [...(first ?? []), ...Array.from({ length: missing }, () => '0'), ...(last ?? [])].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}

export function guestCookie(token: string, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax`;
  return `${GUEST_COOKIE}=${token}; ${attributes}${secure ? '; Secure' : ''}`;
}
