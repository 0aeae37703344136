/** Without what is easily mistaken when it is read out or written down: 0 o 1 l i, and no capitals. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const PER_GROUP = 4;

/** A random password such as `k7fm-2xqp-hh4t-9bde`: 31^16 possibilities, about 79 bits. */
export function makePassword(): string {
  const signs = Array.from({ length: GROUPS * PER_GROUP }, randomSign).join('');
  return (signs.match(/.{4}/g) ?? []).join('-');
}

/** Bytes past the last whole multiple are thrown away: every sign is equally likely. */
function randomSign(): string {
  const limit = 256 - (256 % SIGNS.length);
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 0) >= limit);
  return SIGNS.charAt((byte[0] ?? 0) % SIGNS.length);
}
