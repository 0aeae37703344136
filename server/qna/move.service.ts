import { Injectable } from '@nestjs/common';
import { invalidInput, notFound } from '../../shared/kernel/failure.js';
import { newId } from '../platform/ids.js';
import type { Viewer } from '../../shared/kernel/viewer.js';
import { moveId, type DeskMove, type Moved } from '../../shared/qna/desk.schema.js';
import { movedAlready, moveNotPossible, roleNotEnough } from '../../shared/qna/qna.errors.js';
import type { InquiryId, QnaSessionId } from '../../shared/qna/session.schema.js';
import { Audit } from '../platform/audit.service.js';
import { Clock } from '../platform/clock.js';
import { fail } from '../platform/failure-error.js';
import { DeskActs, type Acted, type Acting, type Board } from './desk-act.service.js';
import type { InquiryRow } from './inquiry.queries.js';
import { familyBelow, MERGE_TARGETS, planMerge, planSplit } from './merge.rules.js';
import { insertMove, readFormerState, readLastMover } from './move.queries.js';
import { AUDITED, mayEver, planMove, refusalOf, type Plan } from './move.rules.js';
import { QnaAccess, type DeskSeat } from './qna-access.service.js';

/** What a move is about, held: the questions it names, and all it may touch. */
type Held = { named: readonly InquiryRow[]; board: Board };

/** Moves of the desk. Whoever is first is right; who comes second hears what it is now, and by whom. */
@Injectable()
export class Moves {
  constructor(
    private readonly access: QnaAccess,
    private readonly acts: DeskActs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async move(viewer: Viewer, sessionId: QnaSessionId, move: DeskMove): Promise<Moved> {
    const seat = await this.access.desk(viewer, sessionId);
    if (!mayEver(seat.desk, move.kind)) fail(roleNotEnough);
    const ids = idsOf(move);
    return this.acts.run(seat, async (acting) => {
      const board = await this.acts.board(acting, ids);
      const named = ids.map((id) => board.find((row) => row.id === id) ?? fail(notFound));
      const plan = await this.planOf(acting, move, { named, board });
      return this.keep(acting, { kind: move.kind, board, plan, ids });
    });
  }

  private async planOf({ tx, seat }: Acting, move: DeskMove, held: Held): Promise<Plan> {
    if (move.kind === 'merge') return this.planMerge(seat, move, held);
    const inquiry = held.named[0] ?? fail(notFound);
    if (inquiry.rev !== move.rev)
      return fail(movedAlready, {
        state: inquiry.state,
        by: await readLastMover(tx, seat.session.id, inquiry.id),
      });
    allow(seat, move.kind, inquiry);
    if (move.kind === 'split') {
      const formerState = await readFormerState(tx, seat.session.id, inquiry.id);
      return planSplit({ inquiry, family: familyOf(inquiry, held.board), formerState });
    }
    const answering = held.board.find(({ state }) => state === 'answering') ?? null;
    const next = held.board.find(({ isNext }) => isNext) ?? null;
    return planMove(move, inquiry, { answering, next, now: this.clock.now() });
  }

  private planMerge(seat: DeskSeat, move: DeskMove & { kind: 'merge' }, { named, board }: Held): Plan {
    const target = named.find(({ id }) => id === move.targetId) ?? fail(notFound);
    const merged = named.filter(({ id }) => id !== move.targetId);
    if (merged.length === 0) fail(invalidInput, { inquiryIds: 'too_small' });
    for (const one of merged) allow(seat, 'merge', one);
    if (!MERGE_TARGETS.has(target.state)) fail(moveNotPossible, { state: target.state });
    const below = merged.flatMap(({ id }) => familyBelow(id, board));
    return planMerge({ target, merged, below, text: move.text });
  }

  private async keep(
    acting: Acting,
    {
      kind,
      board,
      plan,
      ids,
    }: { kind: DeskMove['kind']; board: Board; plan: Plan; ids: readonly InquiryId[] },
  ): Promise<Acted> {
    const { tx, seat } = acting;
    const touched = await this.acts.apply(acting, board, plan);
    const revOf = (id: InquiryId): number => (board.find((row) => row.id === id)?.rev ?? 0) + 1;
    const id = newId(moveId);
    await insertMove(tx, {
      id,
      sessionId: seat.session.id,
      actorId: seat.viewer.memberId,
      kind,
      at: this.clock.now(),
      inquiryIds: [...new Set([...ids, ...plan.changes.map((change) => change.id)])],
      before: Object.fromEntries(plan.changes.map((change) => [change.id, change.before])),
      after: Object.fromEntries(
        plan.changes.map((change) => [change.id, { ...change.after, rev: revOf(change.id) }]),
      ),
    });
    const rewords = plan.changes.some(({ after }) => after.text !== undefined);
    if (AUDITED.has(kind) || rewords)
      await this.audit.record(tx, {
        actorId: seat.viewer.memberId,
        action: `inquiry.${kind}`,
        subjectId: ids,
        details: { moveId: id, sessionId: seat.session.id },
      });
    return { moveId: id, touched };
  }
}

/** The questions a move names: first what is moved, and last, of a merge, what it is moved into. */
function idsOf(move: DeskMove): InquiryId[] {
  if (move.kind !== 'merge') return [move.inquiryId];
  const others = move.inquiryIds.filter((id) => id !== move.targetId);
  return [...new Set([...others, move.targetId])];
}

function familyOf(inquiry: InquiryRow, board: Board): InquiryRow[] {
  return board.filter(({ rootId }) => rootId === inquiry.rootId);
}

function allow({ desk }: DeskSeat, kind: DeskMove['kind'], { state }: InquiryRow): void {
  const refusal = refusalOf(desk, kind, state);
  if (refusal?.refused === 'role') fail(roleNotEnough);
  if (refusal?.refused === 'state') fail(moveNotPossible, { state });
}
