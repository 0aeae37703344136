import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import type { QnaLive as LiveView, QnaSessionId } from '../../../shared/qna/session.schema.js';
import { qnaSocket } from '../../../shared/qna/qna.events.js';
import {
  TICK_MS,
  deskOf,
  ownRoomOf,
  ownRoomsOf,
  projectorOf,
  roomOf,
} from '../../../shared/qna/qna.rooms.js';
import { Clock } from '../../platform/clock.js';
import { LOGGER } from '../../platform/log.js';
import { RealtimeHub } from '../../platform/realtime/hub.service.js';
import { Ticker } from '../../platform/realtime/ticker.js';
import { DeskPresence } from './desk-presence.service.js';
import { readInquiries, readMergedIds, type InquiryRow } from '../inquiry/inquiry.queries.js';
import { presentDesk, presentPublic } from '../inquiry/inquiry.present.js';
import {
  addViews,
  readCounts,
  readEverShown,
  readLive,
  readMiscounted,
  recount,
} from '../inquiry/live.queries.js';
import { OwnInquiryViews } from '../inquiry/own-inquiry-views.service.js';
import { QnaAccess } from '../session/qna-access.service.js';
import { SessionPresence } from './session-presence.service.js';
import { SessionSignals } from './session-signals.service.js';
import { addThere, noStir, putBack, type Stir } from './stir.js';
import { readRoots } from '../vote/vote.queries.js';

const NAMESPACE = qnaSocket.namespace;
const FULL_ROOM = 500;

/**
 * Tells everybody what changed, at most one tick in TICK_MS for each session: the number of frames depends on time, not
 * on how many people vote. What is told is read from rows, so a tick that is lost, or comes twice, does no harm. Each node
 * tells its own sockets; the one that took a change signals it to the others.
 */
@Injectable()
export class QnaLive implements OnApplicationShutdown {
  private readonly ticker: Ticker<Stir>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QnaAccess,
    private readonly own: OwnInquiryViews,
    private readonly desks: DeskPresence,
    private readonly presence: SessionPresence,
    private readonly signals: SessionSignals,
    private readonly hub: RealtimeHub,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.ticker = new Ticker(
      {
        everyMs: TICK_MS,
        nothing: noStir,
        tell: (sessionId, stir) => this.tell(sessionId, stir),
        putBack,
        // Each tick costs as many frames as there are devices.
        stride: (sessionId) => (this.isFull(sessionId) ? 2 : 1),
      },
      logger,
    );
  }

  /** Counts what a crash may have left uncounted, then ticks. */
  async start(): Promise<void> {
    await this.countMissed();
    this.hub.onRoomChange(NAMESPACE, (room) => {
      const sessionId = followedIn(room);
      if (sessionId !== null) this.ticker.stir(sessionId).session = true;
    });
    this.presence.onChange((sessionId) => {
      this.ticker.stir(sessionId).session = true;
    });
    this.desks.locks.onGivenBack((sessionId) => this.changed(sessionId));
    this.signals.onSignal((signal) => addThere(this.ticker.stir(signal.sessionId), signal));
    this.signals.onGap(() => void this.lookAgain());
    this.ticker.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }

  /** Counts the votes that no tick counted, in sessions that go on. */
  async countMissed(): Promise<void> {
    const miscounted = await readMiscounted(this.dataSource);
    if (miscounted.length > 0) await this.recount(miscounted);
  }

  /** The session itself: a switch, the projection, a lock. Call it after the commit. */
  changed(sessionId: string): void {
    this.ticker.stir(sessionId).session = true;
    this.signals.tell(sessionId, { session: true });
  }

  /** Questions that are other than they were. Call it after the commit. */
  touched(sessionId: string, inquiryIds: Iterable<string>): void {
    const touched = [...inquiryIds];
    for (const id of touched) this.ticker.stir(sessionId).touched.add(id);
    this.signals.tell(sessionId, { touched });
  }

  /** Whoever follows the session is to ask for all of it again: `gone` are no more. Call it after the commit. */
  begunAnew(sessionId: string, gone: readonly string[]): void {
    const stir = this.ticker.stir(sessionId);
    stir.session = true;
    stir.anew = true;
    this.signals.tell(sessionId, { session: true, anew: true, touched: [...gone] });
  }

  /** There is no such session any more: whoever follows it learns so. Call it after the commit. */
  gone(sessionId: QnaSessionId): void {
    this.signals.tell(sessionId, { session: true });
    const from = [roomOf(sessionId), deskOf(sessionId), projectorOf(sessionId)];
    for (const of of from.slice(0, 2)) {
      const target = { room: of, event: 'session.left' } as const;
      this.hub.broadcast(qnaSocket, target, { sessionId, reason: 'role_ended' });
      this.hub.expel(NAMESPACE, { of, from, under: ownRoomsOf(sessionId) });
    }
  }

  voted(sessionId: string, inquiryId: string): void {
    this.ticker.stir(sessionId).voted.add(inquiryId);
  }

  seen(sessionId: string, inquiryIds: readonly string[]): void {
    const { seen } = this.ticker.stir(sessionId);
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
    // Also of a session that ended before its last answer did: nothing is on air any more.
    const now = session.endedAt === null &&
      row.now_id &&
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
      now: now || null,
      nextId: session.endedAt === null ? row.next_id : null,
      projection: session.projection,
      counts: { shown: row.shown, answered: row.answered, votes: row.votes },
      present: this.presence.present(sessionId),
    };
  }

  /**
   * After a gap between nodes: what one of them did not count any more is counted here, and every session that is
   * followed here gets a tick, by whose number devices see that they have to fetch the lists again.
   */
  private async lookAgain(): Promise<void> {
    try {
      await this.countMissed();
    } catch (error) {
      this.logger.warn({ err: error }, 'votes were not counted anew');
    }
    for (const room of this.hub.roomsUnder(NAMESPACE, '')) {
      const sessionId = followedIn(room);
      if (sessionId !== null) this.ticker.stir(sessionId).session = true;
    }
  }

  private isFull(sessionId: string): boolean {
    return this.hub.sizeOf(NAMESPACE, roomOf(sessionId)) > FULL_ROOM;
  }

  private async tell(sessionId: string, stir: Stir): Promise<void> {
    // Deleted meanwhile: whoever followed it has been sent out.
    if ((await this.access.find(sessionId)) === null) return;
    if (stir.anew) this.hub.leaveGap(NAMESPACE, [roomOf(sessionId), deskOf(sessionId)]);
    if (stir.seen.size > 0) await addViews(this.dataSource, sessionId, [...stir.seen]);
    const here = await this.countHere(sessionId, stir);
    const counted = [...here, ...(await this.countedThere(stir, here))];
    if (stir.session) await this.presence.refresh(sessionId);
    await this.desks.showOutStrangers(sessionId);
    const touched = [...new Set([...stir.touched, ...stir.there.touched])];
    const [live, rows, everShown] = await Promise.all([
      this.viewOf(sessionId),
      readInquiries(this.dataSource, touched),
      readEverShown(this.dataSource, touched),
    ]);
    const seenRows = rows.filter(({ id }) => everShown.has(id));
    const shownCounts = counted.filter(({ shown }) => shown);
    // What the room never saw it does not hear of: not even that something was asked, for that would tell when.
    if (stir.session || seenRows.length > 0 || shownCounts.length > 0)
      this.tellRoom(sessionId, { live, rows: seenRows, votes: countsOf(shownCounts) });
    await this.tellDesk(sessionId, { live, rows, votes: countsOf(counted) });
    await this.tellAuthors(sessionId, [...rows, ...(await this.mergedInto(rows))]);
  }

  /** Counts anew what changed here. What was merged or split changes the count of what it was in, too. */
  private async countHere(sessionId: string, { touched, voted }: Stir): Promise<Counted> {
    const roots = await readRoots(this.dataSource, [...touched, ...voted]);
    const counted = roots.length > 0 ? await this.recount(roots) : [];
    if (voted.size > 0) this.signals.tell(sessionId, { counted: counted.map(({ id }) => id) });
    return counted;
  }

  /** What another node counted, unless it was just counted here: a hall at two nodes votes on the same questions. */
  private async countedThere({ there }: Stir, here: Counted): Promise<Counted> {
    const known = new Set<string>(here.map(({ id }) => id));
    const ids = [...there.touched, ...there.counted].filter((id) => !known.has(id));
    return ids.length > 0 ? readCounts(this.dataSource, ids) : [];
  }

  private recount(roots: readonly string[]): Promise<Counted> {
    return this.dataSource.transaction((tx) => recount(tx, roots));
  }

  private tellRoom(sessionId: string, { live, rows, votes }: News): void {
    const shown = rows.map((row) => ({ row, view: presentPublic(row) }));
    this.hub.broadcastHere(
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
    this.hub.broadcastHere(
      qnaSocket,
      { room: deskOf(sessionId), event: 'desk.tick' },
      {
        live,
        changed: rows.map(presentDesk),
        votes,
        ...(await this.desks.viewOf(sessionId)),
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

  private async tellAuthors(sessionId: string, rows: readonly InquiryRow[]): Promise<void> {
    const followed = rows.filter((row) => this.hub.sizeOf(NAMESPACE, ownRoomOf(row)) > 0);
    if (followed.length === 0) return;
    for (const view of await this.own.viewsOf(followed))
      this.hub.broadcastHere(
        qnaSocket,
        { room: ownRoomOf({ sessionId, id: view.id }), event: 'own.moved' },
        view,
      );
  }
}

/** The session whose room or desk it is; null for any other room. */
function followedIn(room: string): string | null {
  const beginning = [roomOf(''), deskOf('')].find((one) => room.startsWith(one));
  return beginning === undefined ? null : room.slice(beginning.length);
}

type Counted = Awaited<ReturnType<typeof recount>>;
type Count = [InquiryRow['id'], number];
type News = { live: LiveView; rows: readonly InquiryRow[]; votes: Count[] };

const countsOf = (counted: readonly { id: InquiryRow['id']; votes: number }[]): Count[] =>
  counted.map(({ id, votes }) => [id, votes]);
