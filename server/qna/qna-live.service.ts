import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import type { QnaLive as LiveView } from '../../shared/qna/session.schema.js';
import { qnaSocket } from '../../shared/qna/qna.events.js';
import { TICK_MS, deskOf, ownRoomOf, roomOf } from '../../shared/qna/qna.rooms.js';
import { Clock } from '../platform/clock.js';
import { FailureError } from '../platform/failure-error.js';
import { LOGGER } from '../platform/log.js';
import { RealtimeHub } from '../platform/realtime/hub.service.js';
import { DeskPresence } from './desk-presence.service.js';
import { readInquiries, readMergedIds, type InquiryRow } from './inquiry.queries.js';
import { presentDesk, presentPublic } from './inquiry.present.js';
import { addViews, readEverShown, readLive, readMiscounted, recount } from './live.queries.js';
import { OwnInquiryViews } from './own-inquiry-views.service.js';
import { QnaAccess } from './qna-access.service.js';
import { SimilarTexts } from './similar-texts.service.js';
import { VoteTargets } from './vote-targets.service.js';
import { readRoots } from './vote.queries.js';

/** What changed in a session since its last tick; `session`: in the session itself. */
type Stir = { session: boolean; touched: Set<string>; voted: Set<string>; seen: Map<string, number> };

const NAMESPACE = qnaSocket.namespace;
const FULL_ROOM = 500;

/**
 * Tells everybody what changed, at most one tick in TICK_MS for each session: the number of frames depends on time, not
 * on how many people vote. What is told is read from rows, so a tick that is lost, or comes twice, does no harm.
 */
@Injectable()
export class QnaLive implements OnApplicationShutdown {
  private readonly stirs = new Map<string, Stir>();
  private timer: NodeJS.Timeout | undefined;
  private turn = 0;
  private ticking: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QnaAccess,
    private readonly own: OwnInquiryViews,
    private readonly presence: DeskPresence,
    private readonly texts: SimilarTexts,
    private readonly targets: VoteTargets,
    private readonly hub: RealtimeHub,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Counts what a crash may have left uncounted, then ticks. */
  async start(): Promise<void> {
    const miscounted = await readMiscounted(this.dataSource);
    if (miscounted.length > 0) await this.recount(miscounted);
    const prefixes = [roomOf(''), deskOf('')];
    this.hub.onRoomChange(NAMESPACE, (room) => {
      const prefix = prefixes.find((one) => room.startsWith(one));
      if (prefix !== undefined) this.changed(room.slice(prefix.length));
    });
    this.timer = setInterval(() => this.beat(), TICK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.ticking;
  }

  /** The session itself: a switch, the projection, who is there. */
  changed(sessionId: string): void {
    this.stirOf(sessionId).session = true;
  }

  /** Questions that are other than they were. Call it after the commit. */
  touched(sessionId: string, inquiryIds: Iterable<string>): void {
    const { touched } = this.stirOf(sessionId);
    const ids = [...inquiryIds];
    for (const id of ids) touched.add(id);
    this.texts.touched(sessionId, ids);
    this.targets.forget(ids);
  }

  voted(sessionId: string, inquiryId: string): void {
    this.stirOf(sessionId).voted.add(inquiryId);
  }

  seen(sessionId: string, inquiryIds: readonly string[]): void {
    const { seen } = this.stirOf(sessionId);
    for (const id of inquiryIds) seen.set(id, (seen.get(id) ?? 0) + 1);
  }

  /** Number of the last tick in a room. */
  sequenceOf(room: string): number {
    return this.hub.sequenceOf(NAMESPACE, room);
  }

  async viewOf(sessionId: string): Promise<LiveView> {
    const [session, row] = await Promise.all([
      this.access.session(sessionId),
      readLive(this.dataSource, sessionId),
    ]);
    const now = row.now_id &&
      row.now_since && {
        inquiryId: row.now_id,
        since: row.now_since.toISOString(),
        answeredBy: row.now_by ?? '',
        ...(row.now_extra !== null && { extraSeconds: row.now_extra }),
      };
    return {
      accepting: session.accepting && session.endedAt === null,
      voting: session.voting && session.endedAt === null,
      endedAt: session.endedAt?.toISOString() ?? null,
      now,
      nextId: row.next_id,
      projection: session.projection,
      counts: { shown: row.shown, answered: row.answered, votes: row.votes },
      present: this.hub.sizeOf(NAMESPACE, roomOf(sessionId), deskOf(sessionId)),
    };
  }

  private stirOf(sessionId: string): Stir {
    const known = this.stirs.get(sessionId);
    if (known) return known;
    const stir: Stir = { session: false, touched: new Set(), voted: new Set(), seen: new Map() };
    this.stirs.set(sessionId, stir);
    return stir;
  }

  /** A full hall hears a tick every other time: each costs as many frames as there are devices. */
  private isFull(sessionId: string): boolean {
    return this.hub.sizeOf(NAMESPACE, roomOf(sessionId)) > FULL_ROOM;
  }

  private beat(): void {
    if (this.ticking || this.stirs.size === 0) return;
    this.turn += 1;
    const stirs = [...this.stirs].filter(([sessionId]) => this.turn % 2 === 0 || !this.isFull(sessionId));
    for (const [sessionId] of stirs) this.stirs.delete(sessionId);
    this.ticking = Promise.all(stirs.map(([sessionId, stir]) => this.tick(sessionId, stir)))
      .then(() => undefined)
      .finally(() => {
        this.ticking = undefined;
      });
  }

  private async tick(sessionId: string, stir: Stir): Promise<void> {
    try {
      await this.tell(sessionId, stir);
    } catch (error) {
      this.logger.warn({ err: error, sessionId }, 'a tick failed');
      // Rows hold everything: the same is told by a later tick, unless it is about something that does not exist.
      if (error instanceof FailureError) return;
      this.changed(sessionId);
      this.touched(sessionId, stir.touched);
      for (const id of stir.voted) this.voted(sessionId, id);
    }
  }

  private async tell(sessionId: string, { session, touched, voted, seen }: Stir): Promise<void> {
    if (seen.size > 0) await addViews(this.dataSource, sessionId, [...seen]);
    const roots = await readRoots(this.dataSource, [...touched, ...voted]);
    // What was merged or split changes the count of what it was in, so those are touched, too.
    const counted = roots.length > 0 ? await this.recount(roots) : [];
    const [live, rows, everShown] = await Promise.all([
      this.viewOf(sessionId),
      readInquiries(this.dataSource, [...touched]),
      readEverShown(this.dataSource, [...touched]),
    ]);
    const seenRows = rows.filter(({ id }) => everShown.has(id));
    const shownCounts = counted.filter(({ shown }) => shown);
    // What the room never saw it does not hear of: not even that something was asked, for that would tell when.
    if (session || seenRows.length > 0 || shownCounts.length > 0)
      this.tellRoom(sessionId, { live, rows: seenRows, votes: countsOf(shownCounts) });
    await this.tellDesk(sessionId, { live, rows, votes: countsOf(counted) });
    await this.tellAuthors([...rows, ...(await this.mergedInto(rows))]);
  }

  private recount(roots: readonly string[]): ReturnType<typeof recount> {
    return this.dataSource.transaction((tx) => recount(tx, roots));
  }

  private tellRoom(sessionId: string, { live, rows, votes }: News): void {
    const shown = rows.map((row) => ({ row, view: presentPublic(row) }));
    this.hub.broadcast(
      qnaSocket,
      { room: roomOf(sessionId), event: 'room.tick' },
      {
        live,
        changed: shown.flatMap(({ view }) => view ?? []),
        gone: shown.flatMap(({ row, view }) => (view ? [] : [row.id])),
        votes,
        serverNow: this.clock.now().toISOString(),
      },
    );
  }

  private async tellDesk(sessionId: string, { live, rows, votes }: News): Promise<void> {
    if (this.hub.sizeOf(NAMESPACE, deskOf(sessionId)) === 0) return;
    await this.presence.showOutStrangers(sessionId);
    this.hub.broadcast(
      qnaSocket,
      { room: deskOf(sessionId), event: 'desk.tick' },
      {
        live,
        changed: rows.map(presentDesk),
        votes,
        ...(await this.presence.viewOf(sessionId)),
        serverNow: this.clock.now().toISOString(),
      },
    );
  }

  /** Where their questions went concerns the authors of what was merged. */
  private async mergedInto(rows: readonly InquiryRow[]): Promise<InquiryRow[]> {
    const told = new Set(rows.map(({ id }) => id));
    const roots = rows.flatMap(({ id, mergedCount }) => (mergedCount > 0 ? id : []));
    if (roots.length === 0) return [];
    const ids = await readMergedIds(this.dataSource, roots);
    return readInquiries(
      this.dataSource,
      ids.filter((id) => !told.has(id)),
    );
  }

  private async tellAuthors(rows: readonly InquiryRow[]): Promise<void> {
    const followed = rows.filter((row) => this.hub.sizeOf(NAMESPACE, ownRoomOf(row.id)) > 0);
    if (followed.length === 0) return;
    for (const view of await this.own.viewsOf(followed))
      this.hub.broadcast(qnaSocket, { room: ownRoomOf(view.id), event: 'own.moved' }, view);
  }
}

type Count = [InquiryRow['id'], number];
type News = { live: LiveView; rows: readonly InquiryRow[]; votes: Count[] };

const countsOf = (counted: readonly { id: InquiryRow['id']; votes: number }[]): Count[] =>
  counted.map(({ id, votes }) => [id, votes]);
