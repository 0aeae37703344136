import { useEffect, useRef, type RefObject } from 'react';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import type { QnaRoom } from '../../room/qna-room.js';

const SEEN_AFTER_MS = 1_000;
const REPORT_EVERY_MS = 2_000;
const MOST_AT_ONCE = 50;

/** What this page has reported, across its lists: a question counts once for it. */
const reported = new WeakMap<QnaRoom, Set<string>>();

type Watch = { observe: (card: Element) => void; stop: () => void };

/** Notes which cards of a list were on screen for a second, and tells the server now and then. */
export function useSeen(room: QnaRoom, list: RefObject<HTMLElement | null>, ids: readonly InquiryId[]): void {
  const watch = useRef<Watch | null>(null);
  const known = useRef(new Map<string, InquiryId>());
  useEffect(() => {
    watch.current = watchCards(room, (name) => known.current.get(name));
    return () => watch.current?.stop();
  }, [room]);
  const shown = ids.join(' ');
  useEffect(() => {
    known.current = new Map(ids.map((id): [string, InquiryId] => [id, id]));
    // A card that is watched already stays as it is.
    for (const card of list.current?.querySelectorAll('[data-inquiry]') ?? []) watch.current?.observe(card);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same ids in another array are no change
  }, [shown, room, list]);
}

function watchCards(room: QnaRoom, idOf: (name: string) => InquiryId | undefined): Watch {
  const done = reported.get(room) ?? new Set<string>();
  reported.set(room, done);
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const due = new Set<string>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(timers.get(target));
        const name = target.getAttribute('data-inquiry');
        if (!isIntersecting || name === null || done.has(name)) continue;
        timers.set(
          target,
          setTimeout(() => due.add(name), SEEN_AFTER_MS),
        );
      }
    },
    { threshold: 0.6 },
  );
  const report = setInterval(() => {
    const batch = [...due].slice(0, MOST_AT_ONCE);
    for (const name of batch) {
      due.delete(name);
      done.add(name);
    }
    room.seen(batch.flatMap((name) => idOf(name) ?? []));
  }, REPORT_EVERY_MS);
  return {
    observe: (card) => observer.observe(card),
    stop() {
      clearInterval(report);
      for (const timer of timers.values()) clearTimeout(timer);
      observer.disconnect();
    },
  };
}
