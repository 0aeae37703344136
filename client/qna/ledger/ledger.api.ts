import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LedgerPage } from '../../../shared/qna/ledger.schema.js';
import { api, withQuery } from '../../platform/api/api.js';
import type { Language } from '../../platform/text/language.js';
import { qnaKeys } from '../room/qna.api.js';

const PAGE_SIZE = 100;

const ledgerPath = (sessionId: string) => `/api/qna-sessions/${encodeURIComponent(sessionId)}/ledger`;

/** The ledger as a file in the reader's language, to be downloaded by a link. */
export const ledgerFile = (sessionId: string, kind: 'csv' | 'xlsx' | 'pdf', lang: Language) =>
  withQuery(`${ledgerPath(sessionId)}.${kind}`, { lang });

/** The whole ledger, page after page, because search and filters look at all of it. */
export function useLedger(sessionId: string) {
  const query = useInfiniteQuery({
    queryKey: [...qnaKeys.all(sessionId), 'ledger'],
    queryFn: ({ signal, pageParam }) =>
      api<LedgerPage>(withQuery(ledgerPath(sessionId), { limit: PAGE_SIZE, cursor: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return query;
}
