import type { z } from 'zod';
import type { Blueprint, BlueprintCell, supplyCell } from '../../../shared/contest/contest.schema.js';

/** With fewer questions than this many per one drawn, papers repeat each other noticeably. */
const AMPLE_PER_DRAWN = 2;

export type SupplyCell = z.infer<typeof supplyCell>;
type Supply = readonly Pick<SupplyCell, 'topicId' | 'level' | 'available'>[];

/** `impossible`: fewer questions than the cell draws. `thin`: enough for a paper, but most papers share them. */
export type SupplyProblem = BlueprintCell & { kind: 'impossible' | 'thin'; available: number };

/** The cells that the bank's reviewed questions cannot fill well, in the blueprint's order. */
export function supplyProblems(blueprint: Blueprint, supply: Supply): SupplyProblem[] {
  return blueprint.flatMap((cell) => {
    const available = availableFor(cell, supply);
    if (available >= AMPLE_PER_DRAWN * cell.count) return [];
    return [{ ...cell, available, kind: available < cell.count ? 'impossible' : 'thin' } as const];
  });
}

function availableFor(cell: BlueprintCell, supply: Supply): number {
  const held = supply.find(({ topicId, level }) => topicId === cell.topicId && level === cell.level);
  return held?.available ?? 0;
}
