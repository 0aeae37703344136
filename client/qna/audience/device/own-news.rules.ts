import type { InquiryStep, OwnInquiries, OwnInquiry } from '../../../../shared/qna/inquiry.schema.js';

/** One's own question with its key, where this device holds it. */
export type OwnQuestion = OwnInquiries['items'][number];
export type NewsKind = InquiryStep['kind'];

/** Questions of the room that are one's own: asked as they stand, or merged into them. */
export type Owned = ReadonlyMap<string, 'asked' | 'merged'>;

export function ownedOf(items: readonly Pick<OwnInquiry, 'id' | 'mergedInto'>[]): Owned {
  const merged = items.flatMap(({ mergedInto }) => mergedInto ?? []);
  return new Map([
    ...merged.map(({ id }) => [id, 'merged'] as const),
    ...items.map(({ id }) => [id, 'asked'] as const),
  ]);
}

/** What the author did is no news to the author. */
const OWN_DOING: readonly NewsKind[] = ['asked', 'changed', 'withdrawn'];

/** The step a question took since it was last seen; null when it took none that the author has to be told. */
export function newsOf(
  before: Pick<OwnInquiry, 'rev' | 'steps'> | undefined,
  after: OwnInquiry,
): NewsKind | null {
  if (before && after.rev < before.rev) return null;
  const last = after.steps.at(-1)?.kind;
  if (!last || OWN_DOING.includes(last)) return null;
  return before && after.steps.length <= before.steps.length ? null : last;
}
