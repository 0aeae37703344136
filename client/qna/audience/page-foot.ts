/** Where toasts look how much of the page's foot is taken. */
const NAME = '--page-foot';

/** A ref for what stands at the foot of a phone's page: toasts appear above it, however high it grows. */
export function measureFoot(foot: HTMLElement | null): () => void {
  const root = document.documentElement.style;
  const observer = new ResizeObserver(() => root.setProperty(NAME, `${foot?.offsetHeight ?? 0}px`));
  if (foot) observer.observe(foot);
  return () => {
    observer.disconnect();
    root.removeProperty(NAME);
  };
}
