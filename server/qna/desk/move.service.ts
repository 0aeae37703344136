import { Injectable } from '@nestjs/common';
import { invalidInput, notFound } from '../../../shared/kernel/failure.js';
import { newId } from '../../platform/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { moveId, type DeskMove, type Moved } from '../../../shared/qna/desk.schema.js';
import {
  movedAlready,
  moveNotPossible,
  roleNotEnough,
  sessionEnded,
} from '../../../shared/qna/qna.errors.js';
import type { InquiryId, QnaSessionId } from '../../../shared/qna/session.schema.js';
import { Audit } from '../../platform/audit.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { DeskActs, type Acted, type Acting, type Board } from './desk-act.service.js';
import { insertApart } from './desk.queries.js';
import { lockInquiries, readInquiries, type InquiryRow } from '../inquiry/inquiry.queries.js';
import { familyBelow, MERGE_TARGETS, planMerge, planSplit } from './merge.rules.js';
import { insertMove, readFormerState, readLastMover, readTouchable } from './move.queries.js';
import {
  isAudited,
  isQuiet,
  mayEver,
  planMove,
  planQuiet,
  refusalOf,
  strangeLabels,
  type Plan,
  type QuietMove,
} from './move.rules.js';
import { QnaAccess, type DeskSeat } from '../session/qna-access.service.js';

/** Once a session has ended nobody is there any more to hear an answer. */
const NEEDS_A_ROOM: ReadonlySet<DeskMove['kind']> = new Set(['answer_now', 'next']);

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
    if (seat.session.endedAt !== null && NEEDS_A_ROOM.has(move.kind)) fail(sessionEnded);
    const ids = idsOf(move);
    return this.acts.run(seat, async (acting) => {
      if (isQuiet(move)) return this.makeQuiet(acting, move, ids);
      const board = await this.acts.board(acting, ids);
      const plan = await this.planOf(acting, move, { named: namedOf(ids, board), board });
      return this.keep(acting, { kind: move.kind, board, plan, ids });
    });
  }

  /** What has the floor when the session ends counts as answered; answers what that touched. Hold the desk before. */
  async clearFloor(acting: Acting): Promise<readonly string[]> {
    const { tx, seat } = acting;
    const board = await lockInquiries(tx, await readTouchable(tx, seat.session.id, []));
    const answering = board.find(({ state }) => state === 'answering');
    if (!answering) return [];
    const move = { kind: 'answered', inquiryId: answering.id, rev: answering.rev, text: '' } as const;
    const plan = planMove(move, answering, { answering, next: null, now: this.clock.now() });
    return (await this.acts.apply(acting, board, plan)).touched;
  }

  /** Whoever is at the questions it names is not in its way: they stay as they are. */
  private async makeQuiet(acting: Acting, move: QuietMove, ids: readonly InquiryId[]): Promise<Acted> {
    const { tx, seat } = acting;
    const rows = (await readInquiries(tx, ids)).filter(({ sessionId }) => sessionId === seat.session.id);
    for (const one of namedOf(ids, rows)) allow(seat, move.kind, one);
    if (move.kind === 'apart' && ids.length < 2) fail(invalidInput, { inquiryIds: 'too_small' });
    const acted = await this.keep(acting, { kind: move.kind, board: [], plan: planQuiet(move), ids });
    if (move.kind === 'apart') await insertApart(tx, move.inquiryIds, acted.moveId);
    return acted;
  }

  private async planOf({ tx, seat }: Acting, move: Exclude<DeskMove, QuietMove>, held: Held): Promise<Plan> {
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
    if (move.kind === 'label') allowLabels(seat, move.labels, inquiry);
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
    const done = await this.acts.apply(acting, board, plan);
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
      room: done.room,
    });
    const changed = plan.changes.map(({ after }) => after);
    if (isAudited(kind, changed))
      await this.audit.record(tx, {
        actorId: seat.viewer.memberId,
        ...(ids.length > 0
          ? { action: `inquiry.${kind}`, subjectId: ids }
          : { action: 'qna_session.switch', subjectId: seat.session.id }),
        details: { moveId: id, sessionId: seat.session.id, ...done.room.after },
      });
    return { ...done, moveId: id };
  }
}

/** The questions a move names: first what is moved, and last, of a merge, what it is moved into. */
function idsOf(move: DeskMove): InquiryId[] {
  switch (move.kind) {
    case 'merge':
      return [...new Set([...move.inquiryIds.filter((id) => id !== move.targetId), move.targetId])];
    case 'apart':
      return [...new Set(move.inquiryIds)];
    case 'accepting':
    case 'voting':
      return [];
    default:
      return move.inquiryId ? [move.inquiryId] : [];
  }
}

function namedOf(ids: readonly InquiryId[], rows: readonly InquiryRow[]): InquiryRow[] {
  return ids.map((id) => rows.find((row) => row.id === id) ?? fail(notFound));
}

function familyOf(inquiry: InquiryRow, board: Board): InquiryRow[] {
  return board.filter(({ rootId }) => rootId === inquiry.rootId);
}

function allow({ desk }: DeskSeat, kind: DeskMove['kind'], { state }: InquiryRow): void {
  const refusal = refusalOf(desk, kind, state);
  if (refusal?.refused === 'role') fail(roleNotEnough);
  if (refusal?.refused === 'state') fail(moveNotPossible, { state });
}

function allowLabels({ session }: DeskSeat, wanted: readonly string[], { labels }: InquiryRow): void {
  const strange = strangeLabels(wanted, { offered: session.settings.labels, kept: labels });
  if (strange.length > 0) fail(invalidInput, { labels: 'not_of_session' });
}
