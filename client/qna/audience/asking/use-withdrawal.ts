import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuthorKey, OwnInquiries } from '../../../../shared/qna/inquiry.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { showFailed, showUndo, TOAST_MS } from '../../../ui/feedback/toast-queue.js';
import { qnaKeys, withdrawInquiry } from '../../room/qna.api.js';
import { applyOwn } from '../../room/room-tick.rules.js';

type Question = { id: string; key: AuthorKey | null; text: string };

/**
 * Withdraws with a chance to think again: the question leaves the screen at once and the server a few seconds later,
 * or as soon as the page is left, which `onDone` tells. Undone after that, its text goes back to the writer by
 * `onTooLate`.
 */
export function useWithdrawal(
  sessionId: string,
  { onDone, onTooLate }: { onDone: () => void; onTooLate: (text: string) => void },
) {
  const t = useT('qna/audience');
  const explain = useFailureText('qna');
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const due = useRef(new Map<string, { question: Question; timer: ReturnType<typeof setTimeout> }>());
  const stay = useCallback(
    (id: string) => setLeaving((before) => new Set([...before].filter((other) => other !== id))),
    [],
  );
  const send = useCallback(
    async ({ id, key }: Question) => {
      due.current.delete(id);
      try {
        const withdrawn = await withdrawInquiry(id, { key });
        queryClient.setQueryData<OwnInquiries>(
          qnaKeys.own(sessionId),
          (own) => own && applyOwn(own, withdrawn),
        );
        onDone();
      } catch (error) {
        showFailed(explain(error));
      }
      stay(id);
    },
    [explain, onDone, queryClient, sessionId, stay],
  );
  useEffect(() => {
    const waiting = due.current;
    const sendAll = () => {
      for (const { question, timer } of waiting.values()) {
        clearTimeout(timer);
        void send(question);
      }
    };
    window.addEventListener('pagehide', sendAll);
    return () => {
      window.removeEventListener('pagehide', sendAll);
      sendAll();
    };
  }, [send]);
  const withdraw = (question: Question) => {
    setLeaving((before) => new Set([...before, question.id]));
    due.current.set(question.id, { question, timer: setTimeout(() => void send(question), TOAST_MS) });
    showUndo(t('own.withdrawn'), () => {
      const waiting = due.current.get(question.id);
      if (!waiting) return onTooLate(question.text);
      clearTimeout(waiting.timer);
      due.current.delete(question.id);
      stay(question.id);
    });
  };
  return { leaving, withdraw };
}
