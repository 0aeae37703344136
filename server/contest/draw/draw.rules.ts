import type { BlueprintCell } from '../../../shared/contest/contest.schema.js';
import { LEVELS, type QuestionVersionId } from '../../../shared/question-bank/question.schema.js';
import { drawStream, take, type DrawPlace, type NextWord } from './hmac-stream.rules.js';

/** A version that can be drawn; `optionIds` in the order written, empty where there is nothing to choose from. */
export type DrawVersion = { id: QuestionVersionId; optionIds: readonly string[] };

/** A blueprint cell with the frozen versions that fit it. A version stands in one cell and once. */
export type DrawCell = BlueprintCell & { versions: readonly DrawVersion[] };

export type DrawPlan = { cells: readonly DrawCell[]; shuffleQuestions: boolean; shuffleOptions: boolean };

/** One attempt's questions in the order shown, each with its options in the order shown. */
export type Paper = { versionId: QuestionVersionId; optionOrder: string[] }[];

export type DrawResult =
  | { ok: true; paper: Paper }
  | { ok: false; problem: 'bank_too_small'; cells: (BlueprintCell & { available: number })[] };

/**
 * The canonical draw, version 1 (docs/draw.md): key from `drawKey`, the same arguments always give the same paper,
 * whatever the order of cells and versions. Throws RangeError when a version stands in the plan twice.
 */
export function drawPaper(key: Uint8Array, place: DrawPlace, plan: DrawPlan): DrawResult {
  const cells = canonicalCells(plan.cells);
  const short = cells.filter((cell) => cell.versions.length < cell.count);
  if (short.length > 0) {
    const lacking = short.map(({ versions, ...cell }) => ({ ...cell, available: versions.length }));
    return { ok: false, problem: 'bank_too_small', cells: lacking };
  }
  const nextWord = drawStream(key, place);
  const drawn = cells.flatMap((cell) => take(nextWord, cell.versions, cell.count));
  const ordered = plan.shuffleQuestions ? take(nextWord, drawn, drawn.length) : drawn;
  const paper = ordered.map((version) => ({
    versionId: version.id,
    optionOrder: optionOrder(nextWord, version, plan.shuffleOptions),
  }));
  return { ok: true, paper };
}

function optionOrder(nextWord: NextWord, version: DrawVersion, shuffle: boolean): string[] {
  return shuffle ? take(nextWord, version.optionIds, version.optionIds.length) : [...version.optionIds];
}

/** Topic id ascending, then level from recall to analyse; versions by id ascending; ids compared in lower case. */
function canonicalCells(cells: readonly DrawCell[]): DrawCell[] {
  const seen = new Set<string>();
  for (const { id } of cells.flatMap((cell) => cell.versions)) {
    if (seen.has(id.toLowerCase())) throw new RangeError(`Version ${id} stands in the plan twice`);
    seen.add(id.toLowerCase());
  }
  return cells
    .map((cell) => ({ ...cell, versions: cell.versions.toSorted((one, two) => byId(one.id, two.id)) }))
    .toSorted(
      (one, two) => byId(one.topicId, two.topicId) || LEVELS.indexOf(one.level) - LEVELS.indexOf(two.level),
    );
}

/** UUIDs are ASCII, so comparing code units compares bytes; a locale would not. */
function byId(one: string, two: string): number {
  const [left, right] = [one.toLowerCase(), two.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
