import { useSyncExternalStore } from 'react';
import { announcements } from '../../platform/page/announcer.js';

/** The one polite live region of the app; it never leaves the page, or screen readers would miss its first words. */
export function Announcer() {
  const text = useSyncExternalStore(announcements.subscribe, announcements.read);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
