import type { FairReason, InquirySort } from '../../../shared/qna/inquiry.schema.js';

/** What the orders go by. `askedAtMs` of an anonymous question is rounded; `id` is random, so it breaks ties for nobody. */
export type RankKey = { id: string; votes: number; views: number; askedAtMs: number };

/** One-sided 90 % confidence. */
const Z = 1.2816;
/** Seen by fewer than this, a question is hardly known. */
const FEW_VIEWS = 10;
const GOOD_SUPPORT = 0.5;

/**
 * Upper bound of the share of people who would support a question once they see it: Wilson's score interval (E. B.
 * Wilson, 1927) over views. What few have seen stays uncertain, so it comes up until it had its chance. 0 to 1.
 */
export function fairScore({ votes, views }: Pick<RankKey, 'votes' | 'views'>): number {
  const n = Math.max(views, votes);
  if (n === 0) return 1;
  const share = votes / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return Math.min(1, (share + (Z * Z) / (2 * n) + spread) / (1 + (Z * Z) / n));
}

/** Why the fair order puts a question where it is. */
export function fairReasonOf({ votes, views }: Pick<RankKey, 'votes' | 'views'>): FairReason {
  const seen = Math.max(views, votes);
  if (seen < FEW_VIEWS) return { kind: 'few_views', views: seen, votes };
  return { kind: votes / seen >= GOOD_SUPPORT ? 'support' : 'seen', views: seen, votes };
}

type Compare = (one: RankKey, other: RankKey) => number;

const byId: Compare = (one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
const older: Compare = (one, other) => one.askedAtMs - other.askedAtMs || byId(one, other);
const COMPARE: Record<InquirySort, Compare> = {
  top: (one, other) => other.votes - one.votes || older(one, other),
  new: (one, other) => other.askedAtMs - one.askedAtMs || byId(one, other),
  fair: (one, other) => fairScore(other) - fairScore(one) || one.views - other.views || older(one, other),
};

/** A total order: whatever order the keys come in, the same one goes out. */
export function ranked(keys: readonly RankKey[], sort: InquirySort): RankKey[] {
  return keys.toSorted(COMPARE[sort]);
}

/** The keys that come after a place in the order, which need not be among them any more. */
export function rankedAfter(order: readonly RankKey[], sort: InquirySort, place: RankKey | null): RankKey[] {
  return place === null ? [...order] : order.filter((key) => COMPARE[sort](key, place) > 0);
}
