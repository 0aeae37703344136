let listener: () => void = () => undefined;

/** Lets the menu, far from the list, open it. */
export function requestShortcutHelp(): void {
  listener();
}

export function onShortcutHelp(open: () => void): () => void {
  listener = open;
  return () => {
    listener = () => undefined;
  };
}
