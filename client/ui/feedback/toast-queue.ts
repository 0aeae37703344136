export type Toast = {
  id: number;
  text: string;
  /** A second line, quieter than the first. */
  detail?: string;
  /** `note`: nothing was done, and nothing went wrong. */
  tone: 'done' | 'failed' | 'note';
  /** Takes back what happened. */
  undo?: () => void;
};

/** How long a toast stays; the time stands still under the pointer and while it has the focus. */
export const TOAST_MS = 6_000;

let nextId = 1;
let toasts: readonly Toast[] = [];
const listeners = new Set<() => void>();

function show(toast: Omit<Toast, 'id'>): number {
  const id = nextId++;
  // Two at most: an older word is no news any more, and the same word once more is the same news.
  const others = toasts.filter(({ text, tone }) => tone !== 'note' || text !== toast.text);
  toasts = [...others.slice(-1), { ...toast, id }];
  for (const listener of [...listeners]) listener();
  return id;
}

/** Says what happened and offers to take it back for 6 seconds. Returns its id, for when it was taken back elsewhere. */
export const showUndo = (text: string, undo: () => void): number => show({ text, tone: 'done', undo });
export const showDone = (text: string): void => void show({ text, tone: 'done' });
export const showNote = (text: string, detail?: string): void => void show({ text, detail, tone: 'note' });
export const showFailed = (text: string): void => void show({ text, tone: 'failed' });

export function dismissToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  for (const listener of [...listeners]) listener();
}

export const toastQueue = {
  read: () => toasts,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
