import { createStore, del, update } from 'idb-keyval';
import { deviceNow } from '../../../platform/time/server-time.js';

/** A page that goes away in the middle keeps the others from sending for no longer than this. */
const TURN_MS = 5_000;

/** Which of the open pages of this device sends a question. */
export type QuestionTurns = {
  /** False while another page is sending it. */
  take: (name: string) => Promise<boolean>;
  end: (name: string) => Promise<void>;
};

/** Without IndexedDB every page has its turn at once, and the server knows a question sent twice by its key. */
export function openQuestionTurns(): QuestionTurns {
  const store = createStore('hai-dang.question-turns', 'items');
  return {
    async take(name) {
      let free = true;
      try {
        await update<number>(
          name,
          (until = 0) => {
            const now = deviceNow();
            // The pages' clocks may differ after a sleep: nobody has a turn longer than one.
            free = until <= now || until > now + TURN_MS;
            return free ? now + TURN_MS : until;
          },
          store,
        );
      } catch {
        // Nothing to share turns by.
      }
      return free;
    },
    async end(name) {
      try {
        await del(name, store);
      } catch {
        // As above.
      }
    },
  };
}
