import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { showNote } from '../../../ui/feedback/toast-queue.js';
import { deskKeys, loadLastMove, type LastMove } from './desk.api.js';
import { useDesk } from './desk-context.js';

/** Who took a question and when, from the history; null while it is not known, or when it was no move of the desk. */
export function useTaker(inquiry: DeskInquiry, enabled: boolean): LastMove | null {
  const { session } = useDesk();
  const { data } = useQuery({
    queryKey: deskKeys.lastMove(session.id, inquiry),
    queryFn: ({ signal }) => loadLastMove(session.id, inquiry.id, signal),
    staleTime: Infinity,
    retry: false,
    enabled,
  });
  return data ?? null;
}

/** Says that the question a key was meant for was taken, by whom, and that nothing was done. */
export function useSayTaken(sessionId: string) {
  const t = useT('qna/desk');
  const { time } = useFormat();
  const queryClient = useQueryClient();
  return (now: DeskInquiry) => {
    const taker = queryClient.getQueryData<LastMove | null>(deskKeys.lastMove(sessionId, now));
    const who = taker && t(`taken.did.${now.state}`, { by: taker.actor, time: time(taker.at) });
    showNote(t(`conflict.${now.state}`), [who, t('taken.nothingElse')].filter(Boolean).join(' '));
  };
}
