import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MemberId } from '../../../shared/kernel/ids.js';
import type { RemindersView, WriteReminders } from '../../../shared/contest/turnout.schema.js';
import { ApiFailure } from '../../platform/api/api-failure.js';
import { retryDelayMs } from '../../platform/api/connection.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { showFailed, showNote, showUndo } from '../../ui/feedback/toast-queue.js';
import {
  peopleKey,
  roundKey,
  sendReminders,
  takeBackReminders,
  type Asked,
  type PeoplePages,
} from './turnout.api.js';

type Sent = { whom: WriteReminders; name?: string };

/** Reminds people of a round, says so and offers to take it back. Without a network it waits. */
export function useReminder(asked: Asked) {
  const t = useT('contest/turnout');
  const { number } = useFormat();
  const explain = useFailureText('contest/turnout', 'contest');
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: roundKey(asked.round) });
  const takeBack = async (batchId: string) => {
    await takeBackReminders(asked.round, batchId).catch((error: unknown) => showFailed(explain(error)));
    await readAgain();
  };
  const mutation = useMutation({
    mutationFn: ({ whom }: Sent) => sendReminders(asked.round, whom),
    // Whoever was reminded within the hour is not reminded again: sending it twice is harmless.
    retry: (_failures, error) => error instanceof ApiFailure && error.isTransient,
    retryDelay: retryDelayMs,
    onSuccess: ({ batchId, reminded, at }: RemindersView, { whom, name }) => {
      if (batchId === null) {
        showNote(t('nobodyReminded'));
        void readAgain();
        return;
      }
      const people = { count: reminded, people: number(reminded) };
      showUndo(name ? t('remindedOne', { name }) : t('remindedMany', people), () => void takeBack(batchId));
      if ('memberIds' in whom)
        client.setQueryData<PeoplePages>(peopleKey(asked), (pages) => marked(pages, whom.memberIds, at));
      else void readAgain();
    },
    onError: (error) => showFailed(explain(error)),
  });
  return {
    send: (whom: WriteReminders, name?: string) =>
      mutation.mutate({ whom, ...(name !== undefined && { name }) }),
    isBusy: mutation.isPending,
    /** Not sent yet, and being tried again. */
    isWaiting: mutation.isPending && mutation.failureCount > 0,
  };
}

/** The list with these people reminded, everybody in their place. */
function marked(
  pages: PeoplePages | undefined,
  memberIds: readonly MemberId[],
  at: string,
): PeoplePages | undefined {
  return (
    pages && {
      ...pages,
      pages: pages.pages.map((page) => {
        const first = page.items.filter(
          ({ memberId, reminded }) => reminded === null && memberIds.includes(memberId),
        ).length;
        const items = page.items.map((person) =>
          memberIds.includes(person.memberId)
            ? { ...person, mayRemind: false, reminded: { at, times: (person.reminded?.times ?? 0) + 1 } }
            : person,
        );
        const unreminded = page.unreminded === null ? null : Math.max(0, page.unreminded - first);
        return { ...page, items, unreminded };
      }),
    }
  );
}
