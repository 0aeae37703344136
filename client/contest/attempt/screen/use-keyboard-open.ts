import { useSyncExternalStore } from 'react';

/** Less than this share of the window is visible only while a phone's keyboard covers the rest. */
const VISIBLE_SHARE = 0.75;

function subscribe(listener: () => void) {
  window.visualViewport?.addEventListener('resize', listener);
  return () => window.visualViewport?.removeEventListener('resize', listener);
}

const read = () => {
  const viewport = window.visualViewport;
  // Zooming in makes the visible part small as well.
  return viewport !== null && viewport.scale < 1.1 && viewport.height < window.innerHeight * VISIBLE_SHARE;
};

export function useKeyboardOpen(): boolean {
  return useSyncExternalStore(subscribe, read);
}
