import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ListedInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { qnaKeys, useInquiries } from './qna.api.js';
import type { RoomTick } from './qna-room.js';

/** Counts of questions that are not loaded may change who is on top: looked at no more often than this. */
const LOOK_AGAIN_MS = 5_000;

/**
 * The questions of a room for a screen that shows few of them: open ones as far as loaded, and those it needs by id,
 * looked for page by page. `loading` tells a question that is still being looked for from one that is not to be shown.
 */
export function useRoomQuestions(sessionId: string, needed: readonly (InquiryId | null)[]) {
  const open = useInquiries(sessionId, 'open', 'top');
  const answered = useInquiries(sessionId, 'answered', 'new');
  const lookAgain = useLookAgain(sessionId);
  const openItems = open.data?.pages.flatMap((page) => page.items);
  const known = new Map<string, ListedInquiry>(
    [...(answered.data?.pages.flatMap((page) => page.items) ?? []), ...(openItems ?? [])].map((inquiry) => [
      inquiry.id,
      inquiry,
    ]),
  );
  const isMissing = needed.some((id) => id !== null && !known.has(id));
  const behind = [open, answered].find((list) => list.hasNextPage);
  const isFetching = open.isFetching || answered.isFetching;
  useEffect(() => {
    if (isMissing && behind && !isFetching) void behind.fetchNextPage();
  }, [isMissing, behind, isFetching]);
  return {
    open: openItems,
    lists: { open, answered },
    find: (id: InquiryId | null) => (id === null ? null : (known.get(id) ?? null)),
    loading: isMissing && (isFetching || behind !== undefined),
    /** To be called with every tick. */
    onTick(tick: RoomTick) {
      // A list loaded to its end is kept whole by the ticks alone.
      if (!open.hasNextPage && !answered.hasNextPage) return;
      if (tick.changed.some(({ id }) => !known.has(id))) lookAgain.now();
      else if (tick.votes.length > 0) lookAgain.soon();
    },
  };
}

export type RoomQuestions = ReturnType<typeof useRoomQuestions>;

/** Asks for the lists again: at once, or after a while and then once for all that happened meanwhile. */
function useLookAgain(sessionId: string) {
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(() => stop, [sessionId]);
  const now = () => {
    stop();
    void queryClient.invalidateQueries({ queryKey: qnaKeys.lists(sessionId) });
  };
  return {
    now,
    soon() {
      timer.current ??= setTimeout(now, LOOK_AGAIN_MS);
    },
  };
}
