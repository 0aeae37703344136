import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound } from '../../../shared/kernel/failure.js';
import type { OwnInquiries as OwnList, OwnInquiry } from '../../../shared/qna/inquiry.schema.js';
import { editTooLate, mustBeAnonymous, sessionEnded } from '../../../shared/qna/qna.errors.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { RateLimiter } from '../../platform/rate/rate-limiter.js';
import { AnonymousAskers } from '../inquiry/anonymous-askers.service.js';
import { allowanceOf, FASTEST } from './ask-limit.rules.js';
import { hashOfKey } from '../inquiry/author-key.rules.js';
import { coarse } from '../inquiry/coarse-time.rules.js';
import { clearProjectionOf, rewriteInquiry, withdrawInquiry } from '../inquiry/inquiry-write.queries.js';
import { isEditable, isWithdrawable } from '../inquiry/inquiry.present.js';
import {
  addSteps,
  lockInquiries,
  readInquiries,
  readSessionOf,
  type InquiryRow,
} from '../inquiry/inquiry.queries.js';
import { recount } from '../inquiry/live.queries.js';
import { OwnInquiryViews } from '../inquiry/own-inquiry-views.service.js';
import { findByAuthor, findByKeys, readAsked } from '../inquiry/own-inquiry.queries.js';
import { QnaAccess, type Seat, type Who } from '../session/qna-access.service.js';
import { QnaLive } from '../live/qna-live.service.js';
import { Rankings } from '../inquiry/rankings.service.js';
import { flaggedWords } from './word-filter.rules.js';

/**
 * What authors do with their own questions. Whoever shows a question's key is its author; a member is known by name, too,
 * where the question was asked by name.
 */
@Injectable()
export class OwnInquiries {
  private readonly pace: RateLimiter;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QnaAccess,
    private readonly askers: AnonymousAskers,
    private readonly views: OwnInquiryViews,
    private readonly rankings: Rankings,
    private readonly live: QnaLive,
  ) {
    this.pace = new RateLimiter(FASTEST, clock);
  }

  async list(who: Who, sessionId: string, keys: readonly string[]): Promise<OwnList> {
    const seat = await this.access.seat(who, sessionId);
    const keyOf = await this.keysById(seat.session.id, keys);
    const named = await findByAuthor(this.dataSource, seat.session.id, seat.participant.id);
    const rows = await readInquiries(this.dataSource, [...new Set([...keyOf.keys(), ...named])]);
    const views = await this.views.viewsOf(rows.toSorted((one, other) => other.number - one.number));
    return {
      items: views.map((view) => ({ ...view, key: keyOf.get(view.id) ?? null })),
      next: null,
      ...(await this.allowanceOf(seat)),
      serverNow: this.clock.now().toISOString(),
    };
  }

  async byKey({ session }: Seat, key: string): Promise<OwnInquiry | null> {
    const [found] = await findByKeys(this.dataSource, session.id, [hashOfKey(key)]);
    if (!found) return null;
    const [view] = await this.views.viewsOf(await readInquiries(this.dataSource, [found.id]));
    return view ?? null;
  }

  /** Ids of the questions of a session that somebody has the keys of, or asked by name. */
  async idsOf(seat: Seat, keys: readonly string[]): Promise<string[]> {
    const byKey = await this.keysById(seat.session.id, keys);
    const named = await findByAuthor(this.dataSource, seat.session.id, seat.participant.id);
    return [...new Set([...byKey.keys(), ...named])];
  }

  async allowanceOf({ session, participant }: Seat): Promise<Pick<OwnList, 'askAgainAt' | 'left'>> {
    const asked = [
      await readAsked(this.dataSource, session.id, participant.id),
      this.askers.askedBy(session.id, participant.id),
    ];
    const { askAgainAt, left } = allowanceOf(session.settings, asked, this.clock.now());
    return { askAgainAt: askAgainAt?.toISOString() ?? null, left };
  }

  async edit(
    who: Who,
    id: InquiryId,
    { key, text }: { key: string | null; text: string },
  ): Promise<OwnInquiry> {
    return this.change(who, { id, key, step: 'changed' }, async (row, seat, tx) => {
      const { session } = seat;
      if (session.endedAt !== null) fail(sessionEnded);
      if (session.level === 'hidden' && !row.anonymous) fail(mustBeAnonymous);
      if (!isEditable(row)) fail(editTooLate);
      this.pace.pass(id);
      const flagged = flaggedWords(text, session.settings.words);
      const waits = session.settings.moderation === 'before' || flagged.length > 0 || row.state === 'pending';
      if (waits) await clearProjectionOf(tx, row);
      await rewriteInquiry(tx, id, { text, flagged, state: waits ? 'pending' : 'approved' });
    });
  }

  async withdraw(who: Who, id: InquiryId, key: string | null): Promise<OwnInquiry> {
    return this.change(who, { id, key, step: 'withdrawn' }, async (row, _seat, tx) => {
      if (row.state === 'withdrawn') return 'same';
      if (!isWithdrawable(row)) fail(editTooLate);
      await clearProjectionOf(tx, row);
      await withdrawInquiry(tx, id);
    });
  }

  /** One change by the author in one transaction that holds the question. To anybody else the question does not exist. */
  private async change(
    who: Who,
    { id, key, step }: { id: InquiryId; key: string | null; step: 'changed' | 'withdrawn' },
    act: (row: InquiryRow, seat: Seat, tx: EntityManager) => Promise<void | 'same'>,
  ): Promise<OwnInquiry> {
    const seat = await this.access.seat(who, (await readSessionOf(this.dataSource, id)) ?? fail(notFound));
    await this.mustBeAuthor(seat, id, key);
    await this.dataSource.transaction(async (tx) => {
      const row = (await heldNow(tx, id)) ?? fail(notFound);
      if ((await act(row, seat, tx)) === 'same') return;
      const now = this.clock.now();
      await addSteps(tx, [{ inquiryId: id, kind: step, at: row.anonymous ? coarse(now) : now }]);
    });
    this.access.forget(seat.session.id);
    this.rankings.forget(seat.session.id);
    this.live.touched(seat.session.id, [id]);
    const [view] = await this.views.viewsOf(await readInquiries(this.dataSource, [id]));
    return view ?? fail(notFound);
  }

  private async mustBeAuthor(seat: Seat, id: InquiryId, key: string | null): Promise<void> {
    const keys = key === null ? [] : [hashOfKey(key)];
    const [found] = await findByKeys(this.dataSource, seat.session.id, keys);
    if (found?.id === id) return;
    const [row] = await readInquiries(this.dataSource, [id]);
    if (row?.authorId !== seat.participant.id) fail(notFound);
  }

  private async keysById(sessionId: string, keys: readonly string[]): Promise<Map<string, string>> {
    const byHash = new Map(keys.map((key) => [hashOfKey(key).toString('base64url'), key]));
    const found = await findByKeys(this.dataSource, sessionId, keys.map(hashOfKey));
    return new Map(found.map(({ id, keyHash }) => [id, byHash.get(keyHash) ?? '']));
  }
}

/**
 * The question, held, as it is once it is: counted anew, for votes that are acknowledged may wait for the next tick, and
 * read after the lock, for what was merged into it while waiting is in no row of its own.
 */
async function heldNow(tx: EntityManager, id: string): Promise<InquiryRow | null> {
  const [held] = await lockInquiries(tx, [id]);
  if (held?.rootId === held?.id) await recount(tx, [id]);
  const [row] = await readInquiries(tx, [id]);
  return row ?? null;
}
