import type { DeskMoveKind } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry, InquiryState } from '../../../../shared/qna/inquiry.schema.js';
import type { DeskRole } from '../../../../shared/qna/session.schema.js';
import type { Column } from '../hand/columns.rules.js';

const HOST: readonly DeskRole[] = ['host'];
const TRIAGE: readonly DeskRole[] = ['triage', 'host'];
const SCRIBE: readonly DeskRole[] = ['scribe', 'host'];
const ALL: readonly DeskRole[] = ['triage', 'scribe', 'host'];

type ByState = Partial<Record<InquiryState, readonly DeskRole[]>>;
const open = (by: readonly DeskRole[]): ByState => ({
  pending: by,
  approved: by,
  answering: by,
  answered: by,
});

/** Moves of a question. What is opened and closed for the room is the host's, whatever the questions are. */
export type InquiryMoveKind = Exclude<DeskMoveKind, 'accepting' | 'voting'>;

/** Who may make a move with a question in a state: what is offered on the screen. The server decides again. */
const MOVES: Record<InquiryMoveKind, ByState> = {
  approve: { pending: TRIAGE },
  edit: open(TRIAGE),
  decline: { pending: TRIAGE, approved: TRIAGE },
  next: { approved: HOST },
  answer_now: { pending: HOST, approved: HOST },
  answered: { answering: HOST, answered: SCRIBE },
  answer_in_writing: { approved: SCRIBE, answered: SCRIBE },
  return: { answering: HOST, answered: HOST, declined: TRIAGE },
  merge: { pending: TRIAGE, approved: TRIAGE },
  split: { merged: TRIAGE },
  apart: { pending: TRIAGE, approved: TRIAGE },
  label: open(ALL),
  note: open(SCRIBE),
  answerer: open(SCRIBE),
  project: { approved: HOST, answering: HOST, answered: HOST },
};

/** Whether a role ever makes such a move: what it never does is not on its screen. */
export function roleMoves(role: DeskRole, kind: InquiryMoveKind): boolean {
  return Object.values(MOVES[kind]).some((by) => by.includes(role));
}

export function mayMove(
  role: DeskRole,
  kind: InquiryMoveKind,
  { state }: Pick<DeskInquiry, 'state'>,
): boolean {
  return MOVES[kind][state]?.includes(role) ?? false;
}

/** The move that dragging a question to a column comes to; null where it cannot be dropped. */
export function moveInto(column: Column, inquiry: Pick<DeskInquiry, 'state'>, role: DeskRole) {
  const kinds: Record<Column, InquiryMoveKind[]> = {
    pending: inquiry.state === 'declined' ? ['return'] : [],
    approved: inquiry.state === 'declined' ? [] : ['approve', 'return'],
    answering: ['answer_now'],
    answered: inquiry.state === 'answered' ? [] : ['answered', 'answer_in_writing'],
    aside: ['decline'],
  };
  return kinds[column].find((kind) => mayMove(role, kind, inquiry)) ?? null;
}
