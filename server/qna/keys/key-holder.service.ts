import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { invalidInput, notFound } from '../../../shared/kernel/failure.js';
import type { MemberId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import type { KeyHolder } from '../../../shared/qna/opening.schema.js';
import { keyMissing, keyTaken } from '../../../shared/qna/qna.errors.js';
import { Acts } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { RateLimiter } from '../../platform/rate/rate-limiter.js';
import { putKey, readHolders, readKeyHolders, type KeyHolderRow } from './key-holder.queries.js';
import { seesKeyHolders } from './keys.policy.js';
import { isUsableKey } from '../inquiry/seal.js';

/** Every key stays in the history, so nobody makes them by the thousand. */
const KEYS_PER_MEMBER = { max: 10, windowMs: 3_600_000 };

export type HeldKey = { memberId: MemberId; name: string; publicKey: string };

/** Who can be one of the two without whom no sealed author is opened: members who made a key on their own device. */
@Injectable()
export class KeyHolders {
  private readonly perMember: RateLimiter;

  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    clock: Clock,
  ) {
    this.perMember = new RateLimiter(KEYS_PER_MEMBER, clock);
  }

  /** All of them for those who make sessions and for key holders; others see only whether they are one: nobody. */
  async list(viewer: Viewer): Promise<KeyHolder[]> {
    const rows = await readKeyHolders(this.dataSource);
    const seesAll = seesKeyHolders.allows(viewer) || rows.some((row) => row.memberId === viewer.memberId);
    return seesAll ? rows.map(presentKeyHolder) : [];
  }

  /** The key of the viewer's from now on; sessions that exist keep the one they were made with. */
  async register(viewer: Viewer, publicKey: string): Promise<KeyHolder> {
    this.perMember.pass(viewer.memberId);
    if (!(await isUsableKey(publicKey))) fail(invalidInput, { publicKey: 'unusable' });
    await this.acts.run(viewer, async (tx) => {
      if (!(await putKey(tx, viewer.memberId, publicKey))) fail(keyTaken);
      return { action: 'qna.register_key', subjectId: viewer.memberId, details: { publicKey } };
    });
    const [row] = await readHolders(this.dataSource, [viewer.memberId]);
    return row ? presentKeyHolder(row) : fail(notFound);
  }

  /** The keys of two people as they are now, in the same order: the first opens the outer box, the second the inner. */
  async keysOf([first, second]: readonly [MemberId, MemberId]): Promise<[HeldKey, HeldKey]> {
    if (first === second) fail(invalidInput, { keyHolders: 'same_person' });
    const rows = await readHolders(this.dataSource, [first, second]);
    const held = (id: MemberId): HeldKey => {
      const row = rows.find((one) => one.memberId === id) ?? fail(invalidInput, { keyHolders: 'unknown' });
      return {
        memberId: id,
        name: row.name,
        publicKey: row.publicKey ?? fail(keyMissing, { name: row.name }),
      };
    };
    return [held(first), held(second)];
  }
}

function presentKeyHolder(row: KeyHolderRow): KeyHolder {
  return { ...row, registeredAt: row.registeredAt?.toISOString() ?? null };
}
