import { useEffect, useRef, type RefObject } from 'react';

/** A finger that travels this far sideways, and not half as far up or down, turns the page; in CSS pixels. */
const DISTANCE = 70;

/** Swiping between questions; never the only way. */
export function useSwipe(place: RefObject<HTMLElement | null>, onSwipe: (step: 1 | -1) => void): void {
  const latest = useRef(onSwipe);
  useEffect(() => {
    latest.current = onSwipe;
  });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let from: Touch | undefined;
    const start = (event: TouchEvent) => {
      const inField = event.target instanceof HTMLInputElement && event.target.type === 'text';
      from = event.touches.length === 1 && !inField ? event.touches[0] : undefined;
    };
    const end = (event: TouchEvent) => {
      const to = event.changedTouches[0];
      if (!from || !to) return;
      const across = to.clientX - from.clientX;
      const along = Math.abs(to.clientY - from.clientY);
      if (Math.abs(across) > DISTANCE && along < Math.abs(across) / 2) latest.current(across < 0 ? 1 : -1);
    };
    element.addEventListener('touchstart', start, { passive: true });
    element.addEventListener('touchend', end, { passive: true });
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchend', end);
    };
  }, [place]);
}
