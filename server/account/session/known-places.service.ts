import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cookieOf, signedCookie, verifyCookie } from '../../platform/auth/session.js';
import { SESSION_SECRET } from '../../platform/auth/session-secret.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { forgetOldPlaces, notePlaces, readKnown } from './known-place.queries.js';
import { bucketsOf, networkOf, type Bucket, type Place } from './sign-in-pace.rules.js';

const DEVICE_COOKIE = 'haidang.device';
const DEVICE = 'device:';
const YEAR_SECONDS = 365 * 24 * 3600;
const MAX_PLACES = 20;

/** What a request tells of where it comes from. */
export type Origin = { address: string; cookie: string | undefined; userAgent: string | undefined };

/**
 * From which devices and addresses members have signed in. A device is known by a cookie of its own, which outlives
 * sessions and lets nobody in.
 */
@Injectable()
export class KnownPlaces {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SESSION_SECRET) private readonly secret: string,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  placeOf({ address, cookie }: Pick<Origin, 'address' | 'cookie'>): Place {
    const token = verifyCookie(cookieOf(cookie, DEVICE_COOKIE), this.secret);
    return { device: token?.startsWith(DEVICE) ? token : null, network: networkOf(address) };
  }

  /** Where a try on a member, or on a login that is nobody's, is counted. */
  async bucketsOf(
    who: { memberId: string | null; login: string },
    place: Place,
  ): Promise<[Bucket, ...Bucket[]]> {
    const { memberId, login } = who;
    const known = memberId === null ? [] : await readKnown(this.dataSource, memberId, this.hashesOf(place));
    const isKnown = (hash: Buffer) => known.some((one) => one.equals(hash));
    const [network, device] = this.hashesOf(place);
    return bucketsOf(memberId ?? login, place, {
      network: network !== undefined && isKnown(network),
      device: device !== undefined && isKnown(device),
    });
  }

  /** Remembers where a member has signed in. Answers the Set-Cookie header by which the device will be known. */
  async remember(memberId: string, place: Place): Promise<string> {
    const device = place.device ?? DEVICE + randomBytes(18).toString('base64url');
    await notePlaces(this.dataSource, memberId, {
      hashes: this.hashesOf({ ...place, device }),
      max: MAX_PLACES,
    });
    const value = encodeURIComponent(signedCookie(device, this.secret));
    const secure = this.config.PUBLIC_URL?.startsWith('https:') ? '; Secure' : '';
    return `${DEVICE_COOKIE}=${value}; Max-Age=${YEAR_SECONDS}; Path=/api; HttpOnly; SameSite=Lax${secure}`;
  }

  forgetOld(): Promise<void> {
    return forgetOldPlaces(this.dataSource);
  }

  /** Of the network first, then of the device where there is one. */
  private hashesOf({ device, network }: Place): Buffer[] {
    return [`network:${network}`, ...(device === null ? [] : [device])].map((place) =>
      createHmac('sha256', this.secret).update(place).digest(),
    );
  }
}
