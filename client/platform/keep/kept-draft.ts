import type { z } from 'zod';
import type { KeptDraft } from './draft-saver.js';

/** Unsaved writing on this device, so that a closed tab or a dead battery loses nothing. */
export function keptDraft<Value>(name: string, shape: z.ZodType<Value>) {
  const key = `hai-dang.draft.${name}`;
  return {
    read(): KeptDraft<Value> | null {
      try {
        const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        if (typeof stored !== 'object' || stored === null) return null;
        if (!('value' in stored) || !('revision' in stored) || typeof stored.revision !== 'number')
          return null;
        const value = shape.safeParse(stored.value);
        return value.success ? { value: value.data, revision: stored.revision } : null;
      } catch {
        return null;
      }
    },
    write(kept: KeptDraft<Value> | null): void {
      try {
        if (kept === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Without storage the writing lasts as long as the page.
      }
    },
  };
}
