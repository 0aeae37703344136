import { useEffect, useRef, useState } from 'react';
import type { Saving } from '../../../ui/feedback/save-state.js';

const PAUSE_MS = 900;

/**
 * A text that saves itself. While nothing is typed it shows what the server has; what somebody else wrote while one was
 * typing is shown beside it (`theirs`) and nothing typed is lost.
 */
export function useAutosave(stored: string, save: (text: string, base: string) => Promise<void>) {
  const [draft, setDraft] = useState<{ text: string; base: string } | null>(null);
  const [saving, setSaving] = useState<Saving | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ draft, save, stored });
  useEffect(() => {
    latest.current = { draft, save, stored };
  });
  const flush = () => {
    clearTimeout(timer.current);
    const { draft: typed, save: send } = latest.current;
    if (!typed || typed.text.trim() === typed.base) {
      setDraft(null);
      return;
    }
    setSaving({ state: 'saving' });
    send(typed.text, typed.base).then(
      () => {
        setSaving({ state: 'saved', at: null });
        // What was typed while it was being saved builds on what is saved now.
        setDraft((now) =>
          now === null || now.text === typed.text ? null : { ...now, base: typed.text.trim() },
        );
      },
      () => {
        setSaving({ state: 'failed', retry: flushAnyway });
      },
    );
  };
  /** After both texts were on screen: what is typed here stands. */
  const flushAnyway = () => {
    const { draft: typed, stored: now } = latest.current;
    if (!typed) return;
    latest.current = { ...latest.current, draft: { ...typed, base: now } };
    setDraft({ ...typed, base: now });
    flush();
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      const { draft: typed, save: send } = latest.current;
      // The question moved on while the last words were waiting.
      if (typed && typed.text.trim() !== typed.base) send(typed.text, typed.base).catch(() => undefined);
    },
    [],
  );
  return {
    text: draft?.text ?? stored,
    saving,
    theirs: draft && stored !== draft.base && stored !== draft.text.trim() ? stored : null,
    type: (text: string) => {
      clearTimeout(timer.current);
      setDraft((before) => ({ text, base: before?.base ?? stored }));
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    flush,
  };
}
