import type { Blueprint, BlueprintCell, supplyCell } from '../../../../shared/contest/contest.schema.js';
import { LEVELS, type Level } from '../../../../shared/question-bank/question.schema.js';
import type { z } from 'zod';

type Supply = readonly z.infer<typeof supplyCell>[];
type TopicId = BlueprintCell['topicId'];

/**
 * `empty`: draws nothing. `thin`: the bank holds fewer than twice what a paper draws, so papers repeat each other.
 * `impossible`: fewer than a paper draws.
 */
export type CellState = 'empty' | 'ample' | 'thin' | 'impossible';

export type MatrixCell = { level: Level; count: number; available: number; state: CellState };
export type MatrixRow = { topicId: TopicId; topic: string; cells: MatrixCell[]; total: number };
export type Matrix = {
  rows: MatrixRow[];
  /** Per level: how many questions, and which share of the paper (0 to 1). */
  columns: { level: Level; total: number; share: number }[];
  total: number;
  /** How many of them the bank can fill. */
  filled: number;
  /** The worst state of any cell. */
  state: CellState;
};

export function cellState(count: number, available: number): CellState {
  if (count === 0) return 'empty';
  if (available < count) return 'impossible';
  return available < 2 * count ? 'thin' : 'ample';
}

/** The paper as a table: every topic that the bank or the blueprint knows, in the bank's order. */
export function matrixOf(blueprint: Blueprint, supply: Supply): Matrix {
  const topics = new Map(supply.map((cell) => [cell.topicId, cell.topic]));
  for (const cell of blueprint) if (!topics.has(cell.topicId)) topics.set(cell.topicId, '');
  const rows = [...topics].map(([topicId, topic]) => rowOf({ topicId, topic }, blueprint, supply));
  const cells = rows.flatMap((row) => row.cells);
  const total = sum(cells.map((cell) => cell.count));
  return {
    rows,
    columns: LEVELS.map((level) => {
      const inColumn = sum(cells.filter((cell) => cell.level === level).map((cell) => cell.count));
      return { level, total: inColumn, share: total === 0 ? 0 : inColumn / total };
    }),
    total,
    filled: sum(cells.map((cell) => Math.min(cell.count, cell.available))),
    state: worst(cells.map((cell) => cell.state)),
  };
}

function rowOf(
  { topicId, topic }: { topicId: TopicId; topic: string },
  blueprint: Blueprint,
  supply: Supply,
): MatrixRow {
  const cells = LEVELS.map((level) => {
    const isHere = (cell: { topicId: string; level: Level }) =>
      cell.topicId === topicId && cell.level === level;
    const count = blueprint.find(isHere)?.count ?? 0;
    const available = supply.find(isHere)?.available ?? 0;
    return { level, count, available, state: cellState(count, available) };
  });
  return { topicId, topic, cells, total: sum(cells.map((cell) => cell.count)) };
}

/** The blueprint with one cell set; a cell with 0 is left out. The others keep their order. */
export function withCell(blueprint: Blueprint, cell: BlueprintCell): Blueprint {
  const isHere = (other: BlueprintCell) => other.topicId === cell.topicId && other.level === cell.level;
  if (cell.count === 0) return blueprint.filter((other) => !isHere(other));
  return blueprint.some(isHere)
    ? blueprint.map((other) => (isHere(other) ? cell : other))
    : [...blueprint, cell];
}

const order: CellState[] = ['empty', 'ample', 'thin', 'impossible'];
const worst = (states: CellState[]): CellState =>
  order[Math.max(0, ...states.map((state) => order.indexOf(state)))] ?? 'empty';
const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0);
