import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v4 } from 'uuid';
import { guestId, guestName } from '../../../shared/account/guest.schema.js';
import { invalidInput } from '../../../shared/kernel/failure.js';
import { SESSION_SECRET } from '../../platform/auth/session-secret.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { fail } from '../../platform/failure-error.js';
import type { Device } from '../../platform/http/route.js';
import { atMost, Kept } from '../../platform/kept/kept.js';
import { RateLimiter } from '../../platform/rate/rate-limiter.js';
import { guestCookie, guestTokenOf, hashOfToken, networkTag, newGuestToken } from './guest-cookie.js';
import {
  deleteGuest,
  readCrowd,
  readGuestName,
  readGuestNames,
  readGuests,
  upsertGuest,
  type Crowd,
  type Entry,
  type Guest,
  type Place,
} from './guest.queries.js';

/** Generous, for a whole hall may stand behind one address. */
const PER_ADDRESS = { max: 600, windowMs: 60_000 };
const KEPT_MS = 1_000;
const MAX_KEPT = 20_000;

/** People who take part in one event or game by name alone, known by the device they came with. */
@Injectable()
export class GuestService {
  private readonly perAddress: RateLimiter;
  private readonly kept: Kept<Guest | null>;
  private readonly reads = new BatchWriter<Entry, Guest | null>({
    flush: (entries) => readGuests(this.dataSource, entries),
  });
  private readonly secure: boolean;

  constructor(
    private readonly dataSource: DataSource,
    clock: Clock,
    @Inject(CONFIG) config: Config,
    @Inject(SESSION_SECRET) private readonly secret: string,
  ) {
    this.perAddress = new RateLimiter(PER_ADDRESS, clock);
    this.kept = new Kept({ max: MAX_KEPT, isFresh: atMost(KEPT_MS) }, clock);
    this.secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  }

  /**
   * Lets a device into a place under a name; coming back it stays the same guest, with the new name. Whether the place
   * takes guests, and this one, is for the place to say beforehand. `setCookie` belongs into the answer.
   */
  async admit(place: Place, name: string, device: Device): Promise<{ guest: Guest; setCookie: string }> {
    this.perAddress.pass(device.address);
    const fitting = guestName.safeParse(name);
    if (!fitting.success) return fail(invalidInput, { name: 'control_characters' });
    const token = guestTokenOf(device.cookie) ?? newGuestToken();
    const entry = { place, tokenHash: hashOfToken(token) };
    const tag = networkTag(this.secret, `${place.kind} ${place.id}`, device.address);
    const newcomer = { id: guestId.parse(v4()), name: fitting.data, networkTag: tag };
    const guest = await upsertGuest(this.dataSource, entry, newcomer);
    this.kept.forget(keyOf(entry));
    return { guest, setCookie: guestCookie(token, this.secure) };
  }

  /** Which guest of the place sends this Cookie header; read from the database at most once a second. */
  async find(place: Place, cookieHeader: string | undefined): Promise<Guest | null> {
    const token = guestTokenOf(cookieHeader);
    if (token === null) return null;
    const entry = { place, tokenHash: hashOfToken(token) };
    return this.kept.get(keyOf(entry), () => this.reads.write(entry));
  }

  /** What guests are called, by id; who is unknown is left out. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const guests = await readGuestNames(this.dataSource, ids);
    return new Map(guests.map(({ id, name }) => [id, name]));
  }

  /** How many there are, and how many of them may be one person who came back without a cookie. */
  crowdAt(place: Place): Promise<Crowd> {
    return readCrowd(this.dataSource, place);
  }

  /** What a guest of the place is called; null for whoever is none. */
  nameAt(place: Place, id: string): Promise<string | null> {
    return readGuestName(this.dataSource, place, id);
  }

  /**
   * Forgets a guest. The device is a stranger to the place from then on and would come back as somebody new: a place
   * that keeps somebody out keeps the id on a list of its own instead.
   */
  async remove(place: Place, id: string): Promise<void> {
    await deleteGuest(this.dataSource, place, id);
    this.kept.clear();
  }
}

function keyOf({ place, tokenHash }: Entry): string {
  return `${place.kind} ${place.id} ${tokenHash.toString('base64url')}`;
}
