let text = '';
const listeners = new Set<() => void>();

/** Has a screen reader say something once, politely. Saying the same again needs a different text. */
export function announce(next: string): void {
  text = next;
  for (const listener of listeners) listener();
}

export const announcements = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => text,
};
