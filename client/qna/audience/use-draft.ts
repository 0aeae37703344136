import { useEffect, useRef, useState } from 'react';
import type { QuestionDevice } from './question-device.js';

const PAUSE_MS = 400;

/** What is being typed, written to the device after a pause and when the page is left. */
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
    unkept.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      unkept.current = null;
      void device.keepDraft(next);
    }, PAUSE_MS);
  };
  return { text, setText };
}
