import { useEffect, useRef, useState } from 'react';
import type { QuestionDevice } from './question-device.js';

const KEPT_EVERY_MS = 300;

/** What is being typed, written to the device every now and then and when the page is left. */
export function useDraft(device: QuestionDevice) {
  const [text, setShown] = useState(device.draft);
  const unkept = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const keep = () => {
      clearTimeout(timer.current);
      if (unkept.current !== null) void device.keepDraft(unkept.current);
      unkept.current = null;
    };
    const onHidden = () => document.visibilityState === 'hidden' && keep();
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      keep();
    };
  }, [device]);
  const setText = (next: string) => {
    setShown(next);
    // Also while the typing goes on: what is lost is never more than a few letters.
    if (unkept.current === null)
      timer.current = setTimeout(() => {
        if (unkept.current !== null) void device.keepDraft(unkept.current);
        unkept.current = null;
      }, KEPT_EVERY_MS);
    unkept.current = next;
  };
  return { text, setText };
}
