import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Moved, MoveId } from '../../../shared/qna/desk.schema.js';
import { lockedByOther } from '../../../shared/qna/qna.errors.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { placesFreedFirst } from '../inquiry/change.rules.js';
import { coarse } from '../inquiry/coarse-time.rules.js';
import { addSteps, lockInquiries, readInquiries, type InquiryRow } from '../inquiry/inquiry.queries.js';
import { presentDesk } from '../inquiry/inquiry.present.js';
import { recount } from '../inquiry/live.queries.js';
import { DeskPresence } from '../live/desk-presence.service.js';
import { holdDesk, readTouchable, updateInquiry } from './move.queries.js';
import { dropVainJoined, readUntoldJoined } from './joined.queries.js';
import { stepsBelow } from './merge.rules.js';
import type { Plan, Step } from './move.rules.js';
import { QnaAccess, type DeskSeat } from '../session/qna-access.service.js';
import { QnaLive } from '../live/qna-live.service.js';
import { Rankings } from '../inquiry/rankings.service.js';
import { moveProjectionOn, readRoom, updateRoom } from './room.queries.js';
import { isEmpty, roomChangeOf, type RoomChange, type SomeOfRoom } from './room.rules.js';
import { readRoots } from '../vote/vote.queries.js';

/** Who acts, in which transaction. */
export type Acting = { tx: EntityManager; seat: DeskSeat };

/** What was done to questions and to the room: everybody is told. */
export type Done = { touched: readonly string[]; room: RoomChange };
export type Acted = Done & { moveId: MoveId };

/** The questions a move may touch, held until it is done. */
export type Board = readonly InquiryRow[];

/** One thing done at the desk: one transaction, one after the other within a session, and everybody is told. */
@Injectable()
export class DeskActs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QnaAccess,
    private readonly rankings: Rankings,
    private readonly presence: DeskPresence,
    private readonly live: QnaLive,
  ) {}

  async run(seat: DeskSeat, act: (acting: Acting) => Promise<Acted>): Promise<Moved> {
    const { session } = seat;
    const { moveId, touched, room } = await this.dataSource.transaction(async (tx) => {
      await holdDesk(tx, session.id);
      return act({ tx, seat });
    });
    this.access.forget(session.id);
    this.rankings.forget(session.id);
    this.live.touched(session.id, touched);
    if (!isEmpty(room.after)) this.live.changed(session.id);
    const [rows, live] = await Promise.all([
      readInquiries(this.dataSource, touched),
      this.live.viewOf(session.id),
    ]);
    return { moveId, inquiries: rows.map(presentDesk), live };
  }

  /** Fails when somebody else is at one of the named questions. */
  async board({ tx, seat: { session, viewer } }: Acting, named: readonly string[]): Promise<Board> {
    const board = await lockInquiries(tx, await readTouchable(tx, session.id, named));
    const by = await this.presence.otherAt(tx, named, viewer.memberId);
    if (by !== null) fail(lockedByOther, { by });
    return board;
  }

  async apply({ tx, seat: { session, viewer } }: Acting, board: Board, plan: Plan): Promise<Done> {
    for (const { id, after } of placesFreedFirst(plan.changes)) await updateInquiry(tx, id, after);
    const touched = plan.changes.map(({ id }) => id);
    await recount(tx, await readRoots(tx, touched));
    await this.tell(tx, board, [...plan.steps, ...stepsBelow(plan.steps, board)]);
    if (plan.changes.some(({ after }) => after.mergedInto !== undefined)) await this.tellJoined(tx, board);
    const room = await this.changeRoom(tx, session.id, plan.room);
    await this.presence.locks.giveBackAll(tx, touched, viewer.memberId);
    return { touched, room };
  }

  private async tell(tx: EntityManager, board: Board, steps: readonly Step[]): Promise<void> {
    const now = this.clock.now();
    await addSteps(
      tx,
      steps.map(({ id, kind }) => ({
        inquiryId: id,
        kind,
        at: board.find((row) => row.id === id)?.anonymous === true ? coarse(now) : now,
      })),
    );
  }

  /** What authors read of others merged into their questions holds as long as they are. */
  private async tellJoined(tx: EntityManager, board: Board): Promise<void> {
    const ids = board.map(({ id }) => id);
    await dropVainJoined(tx, ids);
    const untold = await readUntoldJoined(tx, ids);
    await this.tell(
      tx,
      board,
      untold.map((id) => ({ id, kind: 'joined' })),
    );
  }

  private async changeRoom(tx: EntityManager, sessionId: string, wanted: SomeOfRoom): Promise<RoomChange> {
    const was = (await readRoom(tx, sessionId)) ?? fail(notFound);
    if (!isEmpty(wanted)) await updateRoom(tx, sessionId, { ...was, ...wanted });
    return roomChangeOf(was, { ...wanted, ...(await moveProjectionOn(tx, sessionId)) });
  }
}
