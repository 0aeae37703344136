import { useLayoutEffect, useRef, type RefObject } from 'react';

const MOVE_MS = 320;

/**
 * Lets rows glide to their new places when their order changes: the rows of `body` that carry `data-row`. Heights are
 * measured inside the table, so scrolling moves nothing.
 */
export function useRowMoves(body: RefObject<HTMLTableSectionElement | null>, order: string): void {
  const before = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const tops = new Map<string, number>();
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const row of body.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? []) {
      const key = row.dataset['row'] ?? '';
      const top = row.offsetTop;
      tops.set(key, top);
      const was = before.current.get(key);
      if (was !== undefined && was !== top && !isStill) {
        row.animate([{ transform: `translateY(${was - top}px)` }, { transform: 'none' }], {
          duration: MOVE_MS,
          easing: 'cubic-bezier(.2, .8, .2, 1)',
        });
      }
    }
    before.current = tops;
  }, [body, order]);
}
