import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import type { Moved, MoveId } from '../../../shared/qna/desk.schema.js';
import { roleNotEnough, undoTooLate } from '../../../shared/qna/qna.errors.js';
import { Audit } from '../../platform/audit.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { DeskActs, type Acted, type Acting, type Board } from './desk-act.service.js';
import { deleteApart } from './desk.queries.js';
import { dropLastJoined } from './joined.queries.js';
import { countUndoneSince, markUndone, readMove, readSetSince, type MoveRow } from './move.queries.js';
import { isAudited, mayTakeBack, MOVE_KINDS } from './move.rules.js';
import { QnaAccess } from '../session/qna-access.service.js';
import { isEmpty } from './room.rules.js';
import { planUndo, type PastChange } from './undo.rules.js';

/** Takes moves back, each once, as long as nothing else happened to what they touched. */
@Injectable()
export class Undoing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: QnaAccess,
    private readonly acts: DeskActs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async undo(viewer: Viewer, id: MoveId): Promise<Moved> {
    const found = (await readMove(this.dataSource, id)) ?? fail(notFound);
    const seat = await this.access.desk(viewer, found.sessionId);
    const kind = MOVE_KINDS.find((known) => known === found.kind) ?? fail(undoTooLate);
    const [first] = found.inquiryIds;
    const stateBefore = first && found.before[first]?.state;
    if (!mayTakeBack(seat.desk, kind, stateBefore)) fail(roleNotEnough);
    return this.acts.run(seat, async (acting) => {
      const move = (await readMove(acting.tx, id)) ?? fail(notFound);
      if (move.undone) fail(undoTooLate);
      const acted = await this.takeBack(acting, move);
      if (isAudited(kind, Object.values(move.after))) await this.log(acting, move);
      return acted;
    });
  }

  private async takeBack(acting: Acting, move: MoveRow): Promise<Acted> {
    const { tx, seat } = acting;
    const past = await pastOf(tx, move);
    const board = await this.acts.board(
      acting,
      past.map(({ id }) => id),
    );
    const setSince = isEmpty(move.room.after) ? new Set<string>() : await readSetSince(tx, move);
    const plan =
      planUndo({
        past,
        board,
        places: placesOf(board),
        ended: seat.session.endedAt !== null,
        room: move.room,
        setSince,
      }) ?? fail(undoTooLate);
    const done = await this.acts.apply(acting, board, plan);
    const joined = Object.values(move.after).find(({ mergedInto }) => mergedInto)?.mergedInto;
    if (move.kind === 'merge' && joined) await dropLastJoined(tx, joined);
    if (move.kind === 'apart') await deleteApart(tx, move.id);
    await markUndone(tx, move.id, { by: seat.viewer.memberId, at: this.clock.now() });
    return { ...done, moveId: move.id };
  }

  private log({ tx, seat: { viewer, session } }: Acting, move: MoveRow): Promise<void> {
    return this.audit.record(tx, {
      actorId: viewer.memberId,
      ...(move.inquiryIds.length > 0
        ? { action: 'inquiry.undo', subjectId: move.inquiryIds }
        : { action: 'qna_session.undo', subjectId: session.id }),
      details: { moveId: move.id, sessionId: session.id, kind: move.kind },
    });
  }
}

function placesOf(board: Board) {
  return {
    answeringId: board.find(({ state }) => state === 'answering')?.id ?? null,
    nextId: board.find(({ isNext }) => isNext)?.id ?? null,
  };
}

async function pastOf(
  tx: EntityManager,
  { sessionId, inquiryIds, before, after }: MoveRow,
): Promise<PastChange[]> {
  const past: PastChange[] = [];
  for (const id of inquiryIds) {
    const { rev, ...changed } = after[id] ?? {};
    // Named but not changed, as the target of a merge that gave it nothing, is still in `after` with its rev.
    if (rev === undefined) continue;
    const undoneSince = await countUndoneSince(tx, sessionId, { id, rev });
    past.push({ id, before: before[id] ?? {}, after: changed, rev, undoneSince });
  }
  return past;
}
