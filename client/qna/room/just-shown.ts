import { useEffect, useRef } from 'react';
import { deviceNow } from '../../platform/time/server-time.js';

/** How long something must have been on screen before a press counts as meant for it. */
export const SEEN_AFTER_MS = 700;

/**
 * Whether what a button or key acts on took the place of something else just now: a press on its way was meant for that.
 * `id`: what is drawn; null for nothing. What was there when the page came is no news.
 */
export function useJustShown(id: string | null): () => boolean {
  const shown = useRef({ id, since: -Infinity });
  useEffect(() => {
    if (shown.current.id !== id) shown.current = { id, since: deviceNow() };
  }, [id]);
  return () => deviceNow() - shown.current.since < SEEN_AFTER_MS;
}

/**
 * Whether a press of a button means what is drawn on it: it has been there for a while, and it was the same when the
 * finger came down.
 */
export function useMeant(id: string | null) {
  const isJustShown = useJustShown(id);
  const aimed = useRef<string | null>(null);
  return {
    onPointerDown: () => {
      aimed.current = id;
    },
    /** `byPointer`: not by a key, which has no aim. */
    isMeant: (byPointer: boolean): boolean => !isJustShown() && (!byPointer || aimed.current === id),
  };
}
