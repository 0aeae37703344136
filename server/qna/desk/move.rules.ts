import { deskMove, type DeskMove, type DeskMoveKind } from '../../../shared/qna/desk.schema.js';
import { INQUIRY_STATES, type InquiryState, type InquiryStep } from '../../../shared/qna/inquiry.schema.js';
import type { DeskRole, InquiryId } from '../../../shared/qna/session.schema.js';
import { changeOf, type BoardInquiry, type Change, type SomeOfMovable } from '../inquiry/change.rules.js';
import type { SomeOfRoom } from './room.rules.js';

/** Who may move a question that is in these states. */
type Movers = Partial<Record<InquiryState, readonly DeskRole[]>>;

const HOST: readonly DeskRole[] = ['host'];
const TRIAGE: readonly DeskRole[] = ['triage', 'host'];
const SCRIBE: readonly DeskRole[] = ['scribe', 'host'];
const ALL: readonly DeskRole[] = ['triage', 'scribe', 'host'];

const letting = (by: readonly DeskRole[], ...states: InquiryState[]): Movers =>
  Object.fromEntries(states.map((state) => [state, by]));
const LIVING = INQUIRY_STATES.filter((state) => state !== 'withdrawn');

/** Moves that are about no question. */
type SwitchKind = 'accepting' | 'voting';
const SWITCHING: Record<SwitchKind, readonly DeskRole[]> = { accepting: HOST, voting: HOST };

/** Kind of move × state → who may. What is not here is not possible; nothing moves what was withdrawn. */
export const MOVES: Record<Exclude<DeskMoveKind, SwitchKind>, Movers> = {
  approve: letting(TRIAGE, 'pending'),
  edit: letting(TRIAGE, 'pending', 'approved', 'answering', 'answered'),
  decline: letting(TRIAGE, 'pending', 'approved'),
  next: letting(HOST, 'approved'),
  /** Of a question that waits it is the approval, too: somebody has read it. */
  answer_now: letting(HOST, 'pending', 'approved'),
  answered: { answering: HOST, answered: SCRIBE },
  answer_in_writing: letting(SCRIBE, 'approved', 'answered'),
  return: { answering: HOST, answered: HOST, declined: TRIAGE },
  merge: letting(TRIAGE, 'pending', 'approved'),
  split: letting(TRIAGE, 'merged'),
  apart: letting(TRIAGE, ...LIVING),
  label: letting(ALL, ...LIVING),
  note: letting(SCRIBE, ...LIVING),
  answerer: letting(SCRIBE, 'pending', 'approved', 'answering', 'answered'),
  project: letting(HOST, 'approved', 'answering', 'answered'),
};

export const MOVE_KINDS = deskMove.options.map(({ shape }) => shape.kind.value);

const AUDITED: ReadonlySet<DeskMoveKind> = new Set(['edit', 'decline', 'merge', 'accepting', 'voting']);

/**
 * Acts on somebody else's words or standing, and on what everybody may do, leave a row in the log, and so does taking
 * them back. `changed`: what the move made of each question.
 */
export const isAudited = (kind: DeskMoveKind, changed: readonly SomeOfMovable[]): boolean =>
  AUDITED.has(kind) || changed.some(({ text }) => text !== undefined);

export type StepKind = InquiryStep['kind'];
export type Step = { id: InquiryId; kind: StepKind };
/** What is to become of questions, of what their authors are told, and of the room. */
export type Plan = { changes: Change[]; steps: Step[]; room: SomeOfRoom };
export type Refusal = { refused: 'role' } | { refused: 'state'; state: InquiryState };

/** Null when the role may make this move from this state. A role that may never make it hears so first. */
export function refusalOf(role: DeskRole, kind: DeskMoveKind, state: InquiryState): Refusal | null {
  const movers = moversOf(kind)[state];
  const may = movers ? movers.includes(role) : mayEver(role, kind);
  if (!may) return { refused: 'role' };
  return movers ? null : { refused: 'state', state };
}

export function mayEver(role: DeskRole, kind: DeskMoveKind): boolean {
  if (isSwitch(kind)) return SWITCHING[kind].includes(role);
  return Object.values(MOVES[kind]).some((movers) => movers.includes(role));
}

function moversOf(kind: DeskMoveKind): Movers {
  return isSwitch(kind) ? {} : MOVES[kind];
}

function isSwitch(kind: DeskMoveKind): kind is SwitchKind {
  return kind in SWITCHING;
}

/** Whoever might have made a move may take it back, no matter who made it. `from`: the state it was made from. */
export function mayTakeBack(role: DeskRole, kind: DeskMoveKind, from: InquiryState | undefined): boolean {
  const movers = from && moversOf(kind)[from];
  return movers ? movers.includes(role) : mayEver(role, kind);
}

/** Moves that leave every question as it is. */
export type QuietMove = Extract<DeskMove, { kind: 'apart' | 'project' | SwitchKind }>;
export type SimpleMove = Exclude<DeskMove, QuietMove | { kind: 'merge' | 'split' }>;
/** What a move of one question may also touch. */
export type Floor = { answering: BoardInquiry | null; next: BoardInquiry | null; now: Date };

/** What a move that is allowed does. */
export function planMove(move: SimpleMove, inquiry: BoardInquiry, floor: Floor): Plan {
  const change = changeOf(inquiry, wantedBy(move, inquiry, floor.now));
  const displaced = displacedBy(move, inquiry, floor);
  const steps = stepsOf(move, change, inquiry.state).map((kind) => ({ id: inquiry.id, kind }));
  return {
    changes: [...displaced.changes, change],
    steps: [...displaced.steps, ...steps],
    room: move.kind === 'answer_now' && move.follow === true ? { projectedId: null, blackout: false } : {},
  };
}

/** What a move that leaves every question as it is does: to the room, or only that it is said. */
export function planQuiet(move: QuietMove): Plan {
  return { changes: [], steps: [], room: roomWantedBy(move) };
}

function roomWantedBy(move: QuietMove): SomeOfRoom {
  switch (move.kind) {
    case 'accepting':
      return { accepting: move.on };
    case 'voting':
      return { voting: move.on };
    case 'project':
      return {
        ...(move.inquiryId !== undefined && { projectedId: move.inquiryId }),
        ...(move.blackout !== undefined && { blackout: move.blackout }),
        ...(move.dark !== undefined && { dark: move.dark }),
      };
    case 'apart':
      return {};
  }
}

export function isQuiet(move: DeskMove): move is QuietMove {
  return move.kind === 'apart' || move.kind === 'project' || isSwitch(move.kind);
}

function wantedBy(move: SimpleMove, inquiry: BoardInquiry, now: Date): SomeOfMovable {
  switch (move.kind) {
    case 'approve':
      return { ...entered('approved'), ...(move.text !== undefined && reworded(inquiry, move.text)) };
    case 'edit':
      return reworded(inquiry, move.text);
    case 'decline':
      return { ...entered('declined'), declineReason: move.reason, declineNote: move.note };
    case 'next':
      return { isNext: move.on };
    case 'answer_now':
      return { ...entered('answering'), answeringSince: now, answerer: move.by ?? inquiry.answerer };
    case 'answered':
      return inquiry.state === 'answered' ? { answerText: move.text } : onAir(inquiry, move.text, now);
    case 'answer_in_writing':
      return writtenBy(move, inquiry, now);
    case 'return':
      return entered(inquiry.state === 'declined' ? 'pending' : 'approved');
    default:
      return notedBy(move, inquiry);
  }
}

/** Labels that are neither the session's nor the question's already: those are not to be given. */
export function strangeLabels(
  wanted: readonly string[],
  { offered, kept }: { offered: readonly string[]; kept: readonly string[] },
): string[] {
  return wanted.filter((label) => !offered.includes(label) && !kept.includes(label));
}

function notedBy(
  move: Extract<SimpleMove, { kind: 'label' | 'note' | 'answerer' }>,
  { state }: BoardInquiry,
): SomeOfMovable {
  switch (move.kind) {
    case 'label':
      return { labels: [...new Set(move.labels)] };
    case 'note':
      return { note: move.note };
    case 'answerer':
      return { answerer: move.by, ...(state === 'answered' && { answeredBy: move.by }) };
  }
}

/** A state with nothing left in the question of any other. */
export function entered(state: InquiryState): SomeOfMovable {
  return {
    state,
    ...(state !== 'approved' && { isNext: false }),
    mergedInto: null,
    answeringSince: null,
    answerHow: null,
    answerText: '',
    answeredBy: '',
    answeredAt: null,
    answerSeconds: null,
    declineReason: null,
    declineNote: '',
  };
}

/** The author's own words are kept the first time somebody else's replace them. */
export function reworded(inquiry: BoardInquiry, text: string): SomeOfMovable {
  if (text === inquiry.text) return {};
  const original = inquiry.originalText ?? inquiry.text;
  const isOriginal = text === original;
  return { text, originalText: isOriginal ? null : original, edited: !isOriginal };
}

function onAir(inquiry: BoardInquiry, text: string, now: Date): SomeOfMovable {
  const since = inquiry.answeringSince ?? now;
  return {
    ...entered('answered'),
    answerHow: 'on_air',
    answerText: text,
    answeredBy: inquiry.answerer,
    answeredAt: now,
    answerSeconds: Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000)),
  };
}

/** Written once it is answered, the text is put right: how and when it was answered stay. */
function writtenBy(
  { text, by }: { text: string; by: string },
  inquiry: BoardInquiry,
  now: Date,
): SomeOfMovable {
  const answer = { answerText: text, answeredBy: by };
  if (inquiry.state === 'answered') return answer;
  return { ...entered('answered'), answerHow: 'in_writing', ...answer, answeredAt: now };
}

/** Who has to make room: one question is being answered at a time, and one comes next. */
function displacedBy(
  move: SimpleMove,
  { id }: BoardInquiry,
  { answering, next, now }: Floor,
): Pick<Plan, 'changes' | 'steps'> {
  if (move.kind === 'answer_now' && answering && answering.id !== id)
    return {
      changes: [changeOf(answering, onAir(answering, '', now))],
      steps: [{ id: answering.id, kind: 'answered_on_air' }],
    };
  if (move.kind === 'next' && move.on && next && next.id !== id)
    return { changes: [changeOf(next, { isNext: false })], steps: [] };
  return { changes: [], steps: [] };
}

const STEP_OF_STATE: Partial<Record<DeskMoveKind, StepKind>> = {
  approve: 'approved',
  decline: 'declined',
  answer_now: 'answering',
  answered: 'answered_on_air',
  answer_in_writing: 'answered_in_writing',
  return: 'returned',
};

/** What the author is told. Labels, notes and better wordings of an answer are the desk's own business. */
function stepsOf({ kind }: SimpleMove, { after }: Change, from: InquiryState): StepKind[] {
  const entering = after.state === undefined ? undefined : STEP_OF_STATE[kind];
  return [
    ...(after.text === undefined ? [] : (['edited'] as const)),
    ...(kind === 'answer_now' && from === 'pending' ? (['approved'] as const) : []),
    ...(entering ? [entering] : []),
    ...(after.isNext === true ? (['next'] as const) : []),
  ];
}
