export type Pace = { max: number; windowMs: number };

/** Wrong passwords on one member from one device or one address. */
export const PER_PLACE: Pace = { max: 5, windowMs: 5 * 60_000 };
/** On one member from all addresses together that are not known to be theirs. */
export const ALL_STRANGERS: Pace = { max: 30, windowMs: 5 * 60_000 };

/** Where a try is counted. */
export type Bucket = { key: string; pace: Pace };

/** From where somebody tries to sign in. `device` is null without our sign of one. */
export type Place = { device: string | null; network: string };

/**
 * The buckets a try on `login` (a member, or what was typed where that is nobody's) is counted in, the narrowest first.
 * What strangers try elsewhere takes nothing from a device the member has signed in on, nor from their address.
 */
export function bucketsOf(
  login: string,
  { device, network }: Place,
  known: { device: boolean; network: boolean },
): [Bucket, ...Bucket[]] {
  if (device !== null && known.device) return [{ key: `${login} device ${device}`, pace: PER_PLACE }];
  const own: Bucket = { key: `${login} network ${network}`, pace: PER_PLACE };
  return known.network ? [own] : [own, { key: `${login} strangers`, pace: ALL_STRANGERS }];
}

/** Whom an address belongs to: all of it, or the first half of one that is so long that everybody has billions. */
export function networkOf(address: string): string {
  const inside = /^::ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.groups?.['v4'];
  if (inside !== undefined || !address.includes(':')) return inside ?? address;
  const [head = '', tail = ''] = address.split('::');
  const groups = [head, tail].map((part) => part.split(':').filter(Boolean));
  const missing = 8 - groups.flat().length;
  const all = [...(groups[0] ?? []), ...Array.from({ length: missing }, () => '0'), ...(groups[1] ?? [])];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
