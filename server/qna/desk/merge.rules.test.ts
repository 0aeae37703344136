import { describe, expect, it } from 'vitest';
import { INQUIRY_STATES } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { boardInquiry as question } from '../../../test/support/board-inquiry.js';
import type { BoardInquiry } from '../inquiry/change.rules.js';
import { familyBelow, MERGE_TARGETS, planMerge, planSplit, stepsBelow } from './merge.rules.js';
import type { Plan } from './move.rules.js';

const mergedInto = (parent: BoardInquiry, root = parent) =>
  question({ state: 'merged', mergedInto: parent.id, rootId: root.id });

const after = ({ changes }: Plan, { id }: { id: InquiryId }) =>
  changes.find((change) => change.id === id)?.after;
const steps = (plan: Plan) => plan.steps.map(({ id, kind }) => [id, kind]);

it('what waits, is shown, is being answered or was answered takes others in; nothing else does', () => {
  expect(INQUIRY_STATES.filter((state) => MERGE_TARGETS.has(state))).toEqual([
    'pending',
    'approved',
    'answering',
    'answered',
  ]);
});

describe('merging', () => {
  it('points both, and all that was merged into them, at what is left', () => {
    const [target, one, other] = [question(), question(), question({ state: 'pending' })];
    const below = mergedInto(one);
    const plan = planMerge({ target, merged: [one, other], below: [below] });
    const moved = { state: 'merged', mergedInto: target.id, rootId: target.id };
    expect(after(plan, one)).toEqual(moved);
    expect(after(plan, other)).toEqual(moved);
    expect(after(plan, below)).toEqual({ rootId: target.id });
    expect(after(plan, target)).toEqual({});
    expect(steps(plan)).toEqual([
      [one.id, 'merged'],
      [other.id, 'merged'],
      [target.id, 'joined'],
    ]);
    expect(plan.room).toEqual({});
  });

  it('hands the place of what comes next on to what is left', () => {
    const [target, next, other] = [question(), question({ isNext: true }), question()];
    for (const merged of [
      [next, other],
      [other, next],
    ]) {
      const plan = planMerge({ target, merged, below: [] });
      expect(after(plan, target)).toEqual({ isNext: true });
      expect(after(plan, next)).toMatchObject({ state: 'merged', isNext: false });
      expect(after(plan, other)).not.toHaveProperty('isNext');
    }
  });

  it('leaves what comes next in its place when others join it', () => {
    const [target, merged] = [question({ isNext: true }), question()];
    expect(after(planMerge({ target, merged: [merged], below: [] }), target)).toEqual({});
  });

  it('approves what waits, with what the room could see, also as what comes next', () => {
    const target = question({ state: 'pending' });
    const [waiting, shown, next] = [question({ state: 'pending' }), question(), question({ isNext: true })];
    const plan = planMerge({ target, merged: [waiting, shown], below: [] });
    expect(after(plan, target)).toEqual({ state: 'approved' });
    expect(steps(plan).slice(2)).toEqual([
      [target.id, 'joined'],
      [target.id, 'approved'],
    ]);
    const first = planMerge({ target, merged: [next], below: [] });
    expect(after(first, target)).toEqual({ state: 'approved', isNext: true });
    const quiet = planMerge({ target, merged: [waiting], below: [] });
    expect(after(quiet, target)).toEqual({});
    expect(steps(quiet)).toEqual([
      [waiting.id, 'merged'],
      [target.id, 'joined'],
    ]);
  });

  it.each(['answering', 'answered'] as const)('leaves what is %s as it is, and next no more', (state) => {
    const [target, next] = [question({ state }), question({ isNext: true })];
    const plan = planMerge({ target, merged: [next], below: [] });
    expect(after(plan, target)).toEqual({});
    expect(after(plan, next)).toMatchObject({ isNext: false });
    expect(steps(plan)).toEqual([
      [next.id, 'merged'],
      [target.id, 'joined'],
    ]);
  });

  it('may word what is left anew, keeps the original and tells its author', () => {
    const [target, one] = [question(), question()];
    const plan = planMerge({ target, merged: [one], below: [], text: 'Phòng họp?' });
    expect(after(plan, target)).toEqual({ text: 'Phòng họp?', originalText: target.text, edited: true });
    expect(steps(plan).at(-1)).toEqual([target.id, 'edited']);
    const same = planMerge({ target, merged: [one], below: [], text: target.text });
    expect(after(same, target)).toEqual({});
    expect(steps(same).at(-1)).toEqual([target.id, 'joined']);
  });
});

describe('splitting', () => {
  const root = question();
  const inquiry = mergedInto(root);
  const below = mergedInto(inquiry, root);
  const deeper = mergedInto(below, root);
  const sibling = mergedInto(root);
  const family = [root, sibling, inquiry, below, deeper];

  it.each(['pending', 'approved'] as const)('makes it %s again, with all below it', (formerState) => {
    const plan = planSplit({ inquiry, family, formerState });
    expect(after(plan, inquiry)).toEqual({ state: formerState, mergedInto: null, rootId: inquiry.id });
    expect(after(plan, below)).toEqual({ rootId: inquiry.id });
    expect(after(plan, deeper)).toEqual({ rootId: inquiry.id });
    expect(after(plan, sibling)).toBeUndefined();
    // Its votes are counted anew, so the root is touched although nothing of it changes.
    expect(after(plan, root)).toEqual({});
    expect(plan.changes).toHaveLength(4);
    expect(plan.room).toEqual({});
  });

  it('tells the author', () => {
    expect(planSplit({ inquiry, family, formerState: 'approved' }).steps).toEqual([
      { id: inquiry.id, kind: 'split' },
    ]);
  });
});

describe('the family below a question', () => {
  it('is what was merged into it, straight or through others, and not what stands beside or above', () => {
    const root = question();
    const [one, other] = [mergedInto(root), mergedInto(root)];
    const [below, beside] = [mergedInto(one, root), mergedInto(other, root)];
    const family = [below, root, one, beside, other];
    const ids = (top: BoardInquiry) => familyBelow(top.id, family).map(({ id }) => id);
    expect(new Set(ids(root))).toEqual(new Set([one, other, below, beside].map(({ id }) => id)));
    expect(ids(one)).toEqual([below.id]);
    expect(ids(below)).toEqual([]);
  });
});

describe('the authors of what was merged', () => {
  const root = question();
  const [one, other] = [mergedInto(root), mergedInto(root)];
  const below = mergedInto(one, root);
  const board = [root, one, other, below];

  it('are told each step that concerns them, once', () => {
    const told = stepsBelow([{ id: root.id, kind: 'answering' }], board);
    expect(new Set(told)).toEqual(
      new Set([one, other, below].map(({ id }) => ({ id, kind: 'target_answering' }))),
    );
  });

  it('are not told what is only the author’s own', () => {
    for (const kind of ['joined', 'asked', 'changed', 'withdrawn', 'opening', 'opened'] as const)
      expect(stepsBelow([{ id: root.id, kind }], board)).toEqual([]);
  });

  it('are not told of their target where they take a step themselves', () => {
    const told = stepsBelow(
      [
        { id: root.id, kind: 'undone' },
        { id: one.id, kind: 'undone' },
      ],
      board,
    );
    expect(told.map(({ id, kind }) => [id, kind])).toEqual(
      expect.arrayContaining([
        [other.id, 'target_undone'],
        [below.id, 'target_undone'],
      ]),
    );
    expect(told).toHaveLength(2);
  });

  it('are told two different steps as two', () => {
    const told = stepsBelow(
      [
        { id: one.id, kind: 'approved' },
        { id: one.id, kind: 'next' },
      ],
      board,
    );
    expect(told).toEqual([
      { id: below.id, kind: 'target_approved' },
      { id: below.id, kind: 'target_next' },
    ]);
  });
});
