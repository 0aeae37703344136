import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { slipRefused, signInThrottled } from '../../../shared/account/account.errors.js';
import { SLIP_HOURS, SLIP_LENGTH, type SlipView, type UseSlip } from '../../../shared/account/slip.schema.js';
import type { MemberId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Audit } from '../../platform/audit.service.js';
import { SESSION_SECRET } from '../../platform/auth/session-secret.js';
import { fail } from '../../platform/failure-error.js';
import { codeFrom } from '../../platform/join-code/join-code.rules.js';
import { refuseFor } from '../../platform/rate/rate-limiter.js';
import { canMakeSlip, canMakeSlips } from '../account.policy.js';
import { MemberAccess } from '../member/member-access.service.js';
import { readMember } from '../member/member.queries.js';
import { PrivilegedAct } from '../privileged-act.service.js';
import { readGrants } from '../role.queries.js';
import { KnownPlaces, type Origin } from '../session/known-places.service.js';
import { SessionService } from '../session/session.service.js';
import { SignInPace } from '../session/sign-in-pace.service.js';
import type { Bucket, Place } from '../session/sign-in-pace.rules.js';
import { deleteEnded, insertSlips, readTaken, takeSlip } from './slip.queries.js';
import { printedCode, typedCode } from './slip.rules.js';

/** Wrong codes from one device or address: a hall may stand behind it, and guessing one takes a thousand years of them. */
const WRONG_CODES = { max: 60, windowMs: 5 * 60_000 };

/** Codes that let a member in once, made by whoever looks after them. */
@Injectable()
export class SlipService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly act: PrivilegedAct,
    private readonly access: MemberAccess,
    private readonly audit: Audit,
    private readonly sessions: SessionService,
    private readonly places: KnownPlaces,
    private readonly pace: SignInPace,
    @Inject(SESSION_SECRET) private readonly secret: string,
  ) {}

  /** A slip for one member; the one before is void. */
  async make(viewer: Viewer, id: MemberId): Promise<SlipView> {
    const made: { code: string; expiresAt: Date }[] = [];
    await this.act.run(
      viewer,
      async (tx, actor) => {
        await this.access.toLetIn(tx, actor, id);
        const { codes, expiresAt } = await this.issue(tx, actor, [id]);
        made.push({ code: codes.get(id) ?? '', expiresAt });
        return { action: 'member.make_slip', subjectId: id };
      },
      canMakeSlips,
    );
    const member = await this.access.view(viewer, id);
    const [slip] = made;
    if (!slip || !member.unit) throw new Error('a slip was made for nobody');
    return {
      memberId: id,
      fullName: member.fullName,
      memberCode: member.code,
      unit: member.unit,
      code: printedCode(slip.code),
      expiresAt: slip.expiresAt.toISOString(),
    };
  }

  /** New codes for members whom the actor may let in; whoever calls has asked that. */
  async issue(
    tx: EntityManager,
    actor: Viewer,
    memberIds: readonly MemberId[],
  ): Promise<{ codes: ReadonlyMap<MemberId, string>; expiresAt: Date }> {
    const drawn = await this.freeCodes(tx, memberIds.length);
    const codes = new Map(memberIds.map((id, at) => [id, drawn[at] ?? '']));
    const slips = [...codes].map(([memberId, code]) => ({ memberId, codeHash: this.hashOf(code) }));
    const expiresAt = await insertSlips(tx, slips, { madeBy: actor.memberId, hours: SLIP_HOURS });
    return { codes, expiresAt };
  }

  /** Signs in by a slip, which is used up. Returns the Set-Cookie headers. One answer for every reason to refuse. */
  async use({ code: typed }: UseSlip, origin: Origin): Promise<string[]> {
    const place = this.places.placeOf(origin);
    const buckets = bucketsOf(place);
    const waitMs = await this.pace.take(buckets);
    if (waitMs > 0) refuseFor(waitMs, signInThrottled);
    const code = typedCode(typed);
    const opened = code === null ? null : await this.open(this.hashOf(code), origin);
    if (!opened) return fail(slipRefused);
    await this.pace.giveBack(buckets);
    return [opened.cookie, await this.places.remember(opened.memberId, place)];
  }

  forgetEnded(): Promise<void> {
    return deleteEnded(this.dataSource);
  }

  /** Null when the slip lets nobody in: it ran out, or who made it may not let that member in any more. */
  private open(codeHash: Buffer, origin: Origin): Promise<{ cookie: string; memberId: string } | null> {
    return this.dataSource.transaction(async (tx) => {
      const slip = await takeSlip(tx, codeHash);
      const member = slip?.live ? await readMember(tx, slip.member_id) : null;
      if (!slip || !member || member.left_at) return null;
      const grants = await readGrants(tx, slip.made_by);
      const maker = { memberId: slip.made_by, sessionId: '', unitPath: [], grants };
      if (!canMakeSlip(maker, { unitPath: member.unit_path, roles: member.roles })) return null;
      const { userAgent } = origin;
      const cookie = await this.sessions.open(tx, member.id, { slipBy: slip.made_by, userAgent });
      const details = { madeBy: slip.made_by };
      await this.audit.record(tx, {
        actorId: member.id,
        action: 'account.use_slip',
        subjectId: member.id,
        details,
      });
      return { cookie, memberId: member.id };
    });
  }

  private async freeCodes(tx: EntityManager, count: number): Promise<string[]> {
    const codes = new Set<string>();
    while (codes.size < count) {
      while (codes.size < count) {
        const code = codeFrom(randomBytes(2 * SLIP_LENGTH), SLIP_LENGTH);
        if (code !== null) codes.add(code);
      }
      const taken = await readTaken(
        tx,
        [...codes].map((code) => this.hashOf(code)),
      );
      for (const code of taken.length > 0 ? [...codes] : [])
        if (taken.some((hash) => hash.equals(this.hashOf(code)))) codes.delete(code);
    }
    return [...codes];
  }

  /** By the secret that signs sessions: whoever reads the database cannot try all codes on it. */
  private hashOf(code: string): Buffer {
    return createHmac('sha256', this.secret).update(`slip:${code}`).digest();
  }
}

const bucketsOf = ({ device, network }: Place): [Bucket] => [
  { key: `slip ${device ?? network}`, pace: WRONG_CODES },
];
