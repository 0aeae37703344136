import { useState } from 'react';
import type { InquirySort, ListedInquiry } from '../../../shared/qna/inquiry.schema.js';
import { arrange } from './shown-order.rules.js';

type List = {
  listed: readonly ListedInquiry[];
  sort: InquirySort;
  isFetching: boolean;
  refetch: () => Promise<unknown>;
};

/**
 * Keeps a list still under the finger. It follows the server until its first answer is complete, and again for one
 * fetch after `renew`; in between only what is gone leaves and what belongs below everything else comes.
 */
export function useShownOrder({ listed, sort, isFetching, refetch }: List) {
  const [mode, setMode] = useState<'opening' | 'still' | 'renewing'>('opening');
  const [shown, setShown] = useState<readonly string[] | null>(null);
  const order = arrange(mode === 'still' ? shown : null, listed, sort);
  const ids = order.items.map(({ id }): string => id);
  if (mode === 'opening' && !isFetching) setMode('still');
  // Remembered, so that what came below keeps its place as well.
  if (shown === null || shown.length !== ids.length || shown.some((id, at) => id !== ids[at])) setShown(ids);
  return {
    ...order,
    renew() {
      setMode('renewing');
      void refetch().finally(() => setMode('still'));
    },
  };
}
