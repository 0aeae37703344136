import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { InquirySort, ListedInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { arrange } from './shown-order.rules.js';

type List = {
  listed: readonly ListedInquiry[];
  sort: InquirySort;
  query: Pick<UseInfiniteQueryResult, 'isFetching' | 'dataUpdatedAt' | 'isRefetchError' | 'refetch'>;
};

/**
 * `opening`: the first answer is still to come. `renewing`: the reader asked for the order as it is now, when the
 * list was as old as `from`. In both the list follows the server; `still`, it does not.
 */
type Mode = { kind: 'opening' } | { kind: 'renewing'; from: number } | { kind: 'still' };

/**
 * Keeps a list still under the finger. It follows the server until its first answer is complete, and again for one
 * fetch after `renew`; in between only what is gone leaves and what belongs below everything else comes.
 */
export function useShownOrder({ listed, sort, query }: List) {
  const [mode, setMode] = useState<Mode>({ kind: 'opening' });
  const [shown, setShown] = useState<readonly string[] | null>(null);
  const order = arrange(mode.kind === 'still' ? shown : null, listed, sort);
  const ids = order.items.map(({ id }): string => id);
  if (mode.kind !== 'still' && hasArrived(mode, query)) setMode({ kind: 'still' });
  // Remembered, so that what came below keeps its place as well.
  if (shown === null || shown.length !== ids.length || shown.some((id, at) => id !== ids[at])) setShown(ids);
  return {
    ...order,
    renew() {
      setMode({ kind: 'renewing', from: query.dataUpdatedAt });
      void query.refetch();
    },
  };
}

function hasArrived(mode: Mode, { isFetching, dataUpdatedAt, isRefetchError }: List['query']): boolean {
  if (isFetching) return false;
  return mode.kind !== 'renewing' || dataUpdatedAt !== mode.from || isRefetchError;
}
