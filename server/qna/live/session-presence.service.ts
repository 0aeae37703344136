import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { memberId, type MemberId } from '../../../shared/kernel/ids.js';
import { qnaSocket } from '../../../shared/qna/qna.events.js';
import { deskOf, projectorOf, roomOf } from '../../../shared/qna/qna.rooms.js';
import { deskRole, type DeskRole } from '../../../shared/qna/session.schema.js';
import { BoundedMap } from '../../platform/bounded-map.js';
import { Clock } from '../../platform/clock.js';
import { RealtimeHub } from '../../platform/realtime/hub.service.js';
import { Presence, type SharedPresence } from '../../platform/realtime/presence.service.js';
import { QnaAccess, standingOf } from '../session/qna-access.service.js';

/** Nobody's desk is longer, and a word between nodes holds no more. */
const MAX_PEOPLE = 100;

/** A hall comes in within seconds and everybody asks how many are there: in a larger one they are told every so often. */
const COUNTED_ANEW = 200;
const COUNTED_EVERY_MS = 500;
const MAX_COUNTED = 1_000;

const part = z.object({
  present: z.number(),
  projectors: z.number(),
  desk: z.array(z.tuple([memberId, deskRole])),
});
type Part = z.infer<typeof part>;

const { namespace } = qnaSocket;

/** How many people follow a session, and who sits at its desk, at whichever node. */
@Injectable()
export class SessionPresence {
  private readonly shared: SharedPresence<Part>;
  private readonly counted = new BoundedMap<string, { at: number; people: number }>(MAX_COUNTED);
  private readonly onChangeDo: ((sessionId: string) => void)[] = [];

  constructor(
    presence: Presence,
    private readonly access: QnaAccess,
    private readonly hub: RealtimeHub,
    private readonly clock: Clock,
  ) {
    this.shared = presence.share({
      kind: 'qna',
      part,
      own: async (sessionId) => {
        const own = { present: this.presentHere(sessionId), projectors: this.projectorsHere(sessionId) };
        if (own.present + own.projectors === 0) return null;
        return { ...own, desk: [...(await this.deskHere(sessionId))].slice(0, MAX_PEOPLE) };
      },
      onChange: (sessionId) => {
        for (const act of this.onChangeDo) act(sessionId);
      },
    });
  }

  /** Something is other than it was at another node. */
  onChange(act: (sessionId: string) => void): void {
    this.onChangeDo.push(act);
  }

  /** Tells the other nodes who is here, if that changed. */
  refresh(sessionId: string): Promise<void> {
    return this.shared.refresh(sessionId);
  }

  present(sessionId: string): number {
    return this.sum(sessionId, this.presentHere(sessionId), (one) => one.present);
  }

  projectors(sessionId: string): number {
    return this.sum(sessionId, this.projectorsHere(sessionId), (one) => one.projectors);
  }

  async desk(sessionId: string): Promise<ReadonlyMap<MemberId, DeskRole>> {
    const elsewhere = this.shared.others(sessionId).flatMap((one) => one.desk);
    return new Map([...elsewhere, ...(await this.deskHere(sessionId))]);
  }

  private sum(sessionId: string, here: number, numberOf: (one: Part) => number): number {
    return this.shared.others(sessionId).reduce((sum, one) => sum + numberOf(one), here);
  }

  private presentHere(sessionId: string): number {
    const count = (): number =>
      this.hub.peopleIn(namespace, [roomOf(sessionId), deskOf(sessionId)], projectorOf(sessionId));
    if (this.hub.sizeOf(namespace, roomOf(sessionId)) <= COUNTED_ANEW) return count();
    const now = this.clock.now().getTime();
    const known = this.counted.get(sessionId);
    if (known && Math.abs(now - known.at) < COUNTED_EVERY_MS) return known.people;
    const people = count();
    this.counted.set(sessionId, { at: now, people });
    return people;
  }

  private projectorsHere(sessionId: string): number {
    return this.hub.sizeOf(namespace, projectorOf(sessionId));
  }

  private async deskHere(sessionId: string): Promise<Map<MemberId, DeskRole>> {
    const viewers = this.hub.viewersIn(namespace, deskOf(sessionId));
    if (viewers.length === 0) return new Map();
    const session = await this.access.session(sessionId);
    return new Map(
      viewers.flatMap(({ viewer }) => {
        const { desk } = standingOf(viewer, session);
        return viewer && desk ? [[viewer.memberId, desk] as const] : [];
      }),
    );
  }
}
