import { useState } from 'react';
import type { InquirySort, ListedInquiry } from '../../../shared/qna/inquiry.schema.js';
import { arrange, dueOrder } from './shown-order.rules.js';

/**
 * Keeps a list still under the finger. While `settled` is false (its first answer is still coming) it follows the
 * server; after that only `renew` changes the order.
 */
export function useShownOrder(listed: readonly ListedInquiry[], sort: InquirySort, settled: boolean) {
  const [shown, setShown] = useState<readonly string[] | null>(null);
  const order = arrange(shown, listed, sort);
  const ids = order.items.map(({ id }): string => id);
  // What came below or went away since: remembered, so that it keeps its place as well.
  if (settled && (shown === null || shown.length !== ids.length || shown.some((id, at) => id !== ids[at]))) {
    setShown(ids);
  }
  return { ...order, renew: () => setShown(dueOrder(listed, sort).map(({ id }) => id)) };
}
