import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AuthorKey,
  InquiryPage,
  InquirySort,
  OwnInquiries,
  OwnInquiry,
} from '../../../shared/qna/inquiry.schema.js';
import type { qnaSocket } from '../../../shared/qna/qna.events.js';
import type { InquiryId, QnaSessionId, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { roomOf } from '../../../shared/qna/qna.rooms.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { connection } from '../../platform/api/connection.js';
import { LiveRoom } from '../../platform/live/live-room.js';
import { castVote, qnaKeys, type InquiryShow } from './qna.api.js';
import { applyCounts, applyOwn, applyTick, applyVote } from './room-tick.rules.js';

export type RoomTick = z.infer<(typeof qnaSocket)['server']['room.tick']>;
type Left = z.infer<(typeof qnaSocket)['server']['session.left']>;
type Seat = z.output<(typeof qnaSocket)['client']['session.watch']['out']>;
type Live = LiveRoom<typeof qnaSocket, Seat>;
type Lists = InfiniteData<InquiryPage>;

/** `live`: ticks arrive. `joining`: on the way there, for the first time or again. */
export type RoomState = 'joining' | 'live';

export type RoomNews = {
  onState: (state: RoomState) => void;
  onTick: (tick: RoomTick) => void;
  /** `before`: as it was known here, if it was. */
  onOwnMoved: (inquiry: OwnInquiry, before: OwnInquiry | undefined) => void;
  onLeft: (left: Left) => void;
};

type Place = { sessionId: QnaSessionId; as: 'audience' | 'projector'; queryClient: QueryClient };

/** One page's connection to one session: brings ticks into the query caches and votes to the server. */
export class QnaRoom {
  private live: Live | null = null;
  private ownKeys: AuthorKey[] | null = null;
  /**
   * Votes whose answer is still to come: the count of a tick that arrives meanwhile may or may not hold them, so it
   * waits here for the answer.
   */
  private readonly underWay = new Map<string, number | null>();

  constructor(private readonly place: Place) {}

  /** Connects until the returned function is called. */
  open(news: RoomNews): () => void {
    const { sessionId, queryClient } = this.place;
    const resync = () => void queryClient.invalidateQueries({ queryKey: qnaKeys.all(sessionId) });
    const live: Live = new LiveRoom<typeof qnaSocket, Seat>('/qna', () => ({
      doors: [{ room: roomOf(sessionId), enter: (socket) => socket.emitAck(this.door(), { sessionId }) }],
      hear: {
        'room.tick': (tick) => {
          this.takeIn(tick);
          news.onTick(tick);
        },
        'own.moved': (inquiry) => this.takeInOwn(inquiry, news),
        'session.left': (left) => left.sessionId === sessionId && news.onLeft(left),
      },
      onEntered: async (seats) => {
        for (const seat of seats) this.setLive(seat.live);
        news.onState('live');
        if (this.ownKeys) await live.emitAck('own.watch', { sessionId, keys: this.ownKeys });
      },
      onLost: (shownOut) => {
        news.onState('joining');
        if (shownOut) resync();
        // Nothing may be asked for minutes: whether the server is there is worth knowing now.
        connection.tryNow();
      },
      onResync: resync,
    }));
    this.live = live;
    return () => {
      this.live = null;
      news.onState('joining');
      live.close();
    };
  }

  /** Shows the vote at once; takes it back and throws `ApiFailure` when it is refused or lost. */
  async vote(inquiryId: InquiryId, up: boolean): Promise<void> {
    this.underWay.set(inquiryId, null);
    this.patch((list) => applyVote(list, inquiryId, up));
    try {
      await this.sendVote(inquiryId, up);
    } catch (error) {
      this.patch((list) => applyVote(list, inquiryId, !up));
      throw error;
    } finally {
      const count = this.underWay.get(inquiryId) ?? null;
      this.underWay.delete(inquiryId);
      if (count !== null) this.patch((list) => applyCounts(list, [[inquiryId, count]]));
    }
  }

  /** Were on screen for a second or more. Counted, not remembered, so a lost one is no loss. */
  seen(inquiryIds: InquiryId[]): void {
    if (inquiryIds.length === 0) return;
    const { sessionId } = this.place;
    this.joined?.emitAck('inquiry.seen', { sessionId, inquiryIds }).catch(() => undefined);
  }

  /** Follows one's own questions from now on, and again after each connection. */
  watchOwn(keys: AuthorKey[]): void {
    this.ownKeys = keys;
    const { sessionId } = this.place;
    this.joined?.emitAck('own.watch', { sessionId, keys }).catch(() => undefined);
  }

  private door(): 'session.watch' | 'projector.watch' {
    return this.place.as === 'projector' ? 'projector.watch' : 'session.watch';
  }

  /** The room while one is in it. */
  private get joined(): Live | null {
    return this.live?.isIn ? this.live : null;
  }

  private takeIn(tick: RoomTick): void {
    this.setLive(tick.live);
    const votes = tick.votes.filter(([id, count]) => {
      const waits = this.underWay.has(id);
      if (waits) this.underWay.set(id, count);
      return !waits;
    });
    for (const show of ['open', 'answered'] as const) {
      for (const sort of ['top', 'new', 'fair'] as const) {
        this.patchList(show, sort, (list) => applyTick(list, { ...tick, votes }, { show, sort }));
      }
    }
  }

  private takeInOwn(inquiry: OwnInquiry, news: RoomNews): void {
    const { sessionId, queryClient } = this.place;
    const queryKey = qnaKeys.own(sessionId);
    const own = queryClient.getQueryData<OwnInquiries>(queryKey);
    if (own) queryClient.setQueryData<OwnInquiries>(queryKey, applyOwn(own, inquiry));
    news.onOwnMoved(
      inquiry,
      own?.items.find((item) => item.id === inquiry.id),
    );
  }

  private setLive(live: RoomTick['live']): void {
    const { sessionId, queryClient } = this.place;
    queryClient.setQueryData<QnaSessionView>(qnaKeys.session(sessionId), (view) => view && { ...view, live });
  }

  private patchList(show: InquiryShow, sort: InquirySort, change: (list: Lists) => Lists): void {
    const { sessionId, queryClient } = this.place;
    queryClient.setQueryData<Lists>(qnaKeys.list(sessionId, show, sort), (list) => list && change(list));
  }

  private patch(change: (list: Lists) => Lists): void {
    const { sessionId, queryClient } = this.place;
    const queryKey = qnaKeys.lists(sessionId);
    queryClient.setQueriesData<Lists>({ queryKey }, (list) => list && change(list));
  }

  /** By the socket while there is one, else as a request: casting the same vote twice is one vote. */
  private async sendVote(inquiryId: InquiryId, up: boolean): Promise<void> {
    if (this.joined) {
      try {
        await this.joined.emitAck('inquiry.vote', { inquiryId, up });
        return;
      } catch (error) {
        if (!isFailure(error, 'network')) throw error;
      }
    }
    await castVote(inquiryId, up);
  }
}
