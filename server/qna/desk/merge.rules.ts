import { SHARED_STEPS, type InquiryState } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { changeOf, type BoardInquiry, type Change } from '../inquiry/change.rules.js';
import { entered, reworded, type Plan, type Step } from './move.rules.js';

/** What others may be merged into. */
export const MERGE_TARGETS: ReadonlySet<InquiryState> = new Set([
  'pending',
  'approved',
  'answering',
  'answered',
]);

export type Merge = {
  target: BoardInquiry;
  merged: readonly BoardInquiry[];
  /** Everything that was merged into one of `merged` before. */
  below: readonly BoardInquiry[];
  text?: string | undefined;
};

/**
 * Merging moves pointers only: votes stay where they were cast and are counted over the family of the root, so taking
 * a merge back is exact. What was approved stays visible: a target that waits is approved with it.
 */
export function planMerge({ target, merged, below, text }: Merge): Plan {
  const becomes = merged.some(({ state }) => state === 'approved') ? 'approved' : target.state;
  const approved = target.state === 'pending' && becomes === 'approved';
  const targetChange = changeOf(target, {
    ...(approved && { state: 'approved' as const }),
    ...(text !== undefined && reworded(target, text)),
    ...((approved || target.state === 'approved') && {
      isNext: [target, ...merged].some((one) => one.isNext),
    }),
  });
  const steps: Step[] = merged.map(({ id }) => ({ id, kind: 'merged' }));
  steps.push({ id: target.id, kind: 'joined' });
  if (approved) steps.push({ id: target.id, kind: 'approved' });
  if (targetChange.after.text !== undefined) steps.push({ id: target.id, kind: 'edited' });
  return {
    changes: [
      ...merged.map((one) =>
        changeOf(one, { ...entered('merged'), mergedInto: target.id, rootId: target.id }),
      ),
      ...below.map((one) => changeOf(one, { rootId: target.id })),
      targetChange,
    ],
    steps,
    room: {},
  };
}

export type Split = {
  inquiry: BoardInquiry;
  /** The family it is taken out of, root included. */
  family: readonly BoardInquiry[];
  /** What it was when it was merged. */
  formerState: 'pending' | 'approved';
};

/** Takes a question out of another, with all that was merged into it before. */
export function planSplit({ inquiry, family, formerState }: Split): Plan {
  const below = familyBelow(inquiry.id, family);
  const root = family.filter(({ id }) => id === inquiry.rootId);
  return {
    changes: [
      changeOf(inquiry, { ...entered(formerState), rootId: inquiry.id }),
      ...below.map((one) => changeOf(one, { rootId: inquiry.id })),
      ...root.map((one): Change => changeOf(one, {})),
    ],
    steps: [{ id: inquiry.id, kind: 'split' }],
    room: {},
  };
}

/** What was merged into a question, straight or through others. */
export function familyBelow<One extends Pick<BoardInquiry, 'id' | 'mergedInto'>>(
  top: InquiryId,
  family: readonly One[],
): One[] {
  const children = family.filter(({ mergedInto }) => mergedInto === top);
  return children.flatMap((child) => [child, ...familyBelow(child.id, family)]);
}

/**
 * What the authors of merged questions are told besides: each step of the question that was left, but for their own.
 * Whoever is below two that take the same step, as when a merge of merged ones is taken back, hears of it once.
 */
export function stepsBelow(steps: readonly Step[], board: readonly BoardInquiry[]): Step[] {
  const told = new Set(steps.map(({ id }) => id));
  const below = steps.flatMap(({ id, kind }) => {
    const shared = SHARED_STEPS.find((one) => one === kind);
    if (!shared) return [];
    const family = familyBelow(id, board).filter((one) => !told.has(one.id));
    return family.map((one): Step => ({ id: one.id, kind: `target_${shared}` }));
  });
  return [...new Map(below.map((step) => [`${step.id} ${step.kind}`, step])).values()];
}
