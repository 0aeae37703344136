import type { PaperQuestion } from '../../../../shared/contest/attempt.schema.js';
import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';
import { compareSaves, type PendingSave } from './device-record.rules.js';

/** An answer this device has seen acknowledged; `savedAt` is the server's instant. */
export type ConfirmedSave = { response: QuestionResponse | null; savedAt: string };

/** A question as it stands on this device: the member's latest choice, whether the server has it or not. */
export type ShownQuestion = PaperQuestion & {
  pending: PendingSave | null;
  /** What stands in the field cannot be read and is no answer. */
  isUnread: boolean;
};

export type DeviceKnowledge = {
  pending: readonly PendingSave[];
  flags: Readonly<Record<string, boolean>>;
  unread: Readonly<Record<string, string>>;
  confirmed: ReadonlyMap<number, ConfirmedSave>;
  leadingEpoch: number;
};

/**
 * Lays what this device knows over the server's paper. A queued choice goes first, but only of the epoch that leads:
 * what an older epoch has queued is offered, not applied. An acknowledgement beats a copy of the paper that is older.
 */
export function shownQuestions(questions: readonly PaperQuestion[], known: DeviceKnowledge): ShownQuestion[] {
  return questions.map((question) => {
    const marks = {
      flagged: known.flags[question.position] ?? question.flagged,
      isUnread: known.unread[question.position] !== undefined,
    };
    const pending = known.pending
      .filter((save) => save.value.position === question.position && save.epoch >= known.leadingEpoch)
      .sort(compareSaves)
      .at(-1);
    if (pending) return { ...question, ...marks, response: pending.value.response, pending };
    const confirmed = known.confirmed.get(question.position);
    const newest = confirmed && isNewer(confirmed.savedAt, question.savedAt) ? confirmed : {};
    return { ...question, ...newest, ...marks, pending: null };
  });
}

const isNewer = (instant: string, than: string | null) =>
  than === null || Date.parse(instant) > Date.parse(than);

/**
 * `answered`: an answer is here and the server has it or will. `unread`: what stands in the field is none. `refused`: the
 * server does not take it, for now or for good.
 */
export type QuestionStand = 'open' | 'answered' | 'unread' | 'refused';
export type QuestionCell = { position: number; isCurrent: boolean; isFlagged: boolean; stand: QuestionStand };

export function cellsOf(questions: readonly ShownQuestion[], current: number): QuestionCell[] {
  return questions.map((question) => ({
    position: question.position,
    isCurrent: question.position === current,
    isFlagged: question.flagged,
    stand: standOf(question),
  }));
}

function standOf({ isUnread, pending, response }: ShownQuestion): QuestionStand {
  if (isUnread) return 'unread';
  if (pending?.refusal) return 'refused';
  return response === null ? 'open' : 'answered';
}

export type PaperCounts = { total: number; answered: number } & Record<
  'open' | 'unread' | 'refused' | 'flagged',
  number[]
>;

/** What the submit dialog tells; all but the sums are positions. */
export function countsOf(cells: readonly QuestionCell[]): PaperCounts {
  const at = (wanted: QuestionStand) =>
    cells.filter(({ stand }) => stand === wanted).map((cell) => cell.position);
  const flagged = cells.filter((cell) => cell.isFlagged).map((cell) => cell.position);
  return {
    total: cells.length,
    answered: at('answered').length,
    open: at('open'),
    unread: at('unread'),
    refused: at('refused'),
    flagged,
  };
}

/** Where to go on: the last question looked at on this device, else the first unanswered, else the last. */
export function resumePosition(questions: readonly ShownQuestion[], visited: number | null): number {
  if (questions.some((question) => question.position === visited) && visited !== null) return visited;
  return (questions.find((question) => question.response === null) ?? questions.at(-1))?.position ?? 1;
}

/** The next of these questions after `current`, from the start again when there is none behind it. */
export function nextOpen(open: readonly number[], current: number): number | null {
  return open.find((position) => position > current) ?? open[0] ?? null;
}

/** The latest of the server's instants; null when nothing was saved yet. */
export function lastSavedAt(instants: readonly (string | null)[]): string | null {
  return instants.reduce((latest, one) => (one !== null && isNewer(one, latest) ? one : latest), null);
}
