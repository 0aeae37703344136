import { useLayoutEffect, useRef } from 'react';

const MOVE_MS = 320;

/**
 * Lets the children of a list glide to their new places. Each child carries `data-key`. Nothing glides for people who
 * asked for less motion.
 */
export function useReordering(order: readonly string[]) {
  const list = useRef<HTMLOListElement>(null);
  const places = useRef(new Map<string, number>());
  const key = order.join(' ');
  useLayoutEffect(() => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const next = new Map<string, number>();
    for (const item of list.current?.children ?? []) {
      if (!(item instanceof HTMLElement)) continue;
      const id = item.dataset['key'] ?? '';
      next.set(id, item.offsetTop);
      const before = places.current.get(id);
      const isNew = before === undefined;
      if (isStill || places.current.size === 0 || before === item.offsetTop) continue;
      item.animate(
        isNew
          ? [{ opacity: 0 }, { opacity: 1 }]
          : [{ transform: `translateY(${before - item.offsetTop}px)` }, { transform: 'none' }],
        { duration: MOVE_MS, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' },
      );
    }
    places.current = next;
  }, [key]);
  return list;
}
