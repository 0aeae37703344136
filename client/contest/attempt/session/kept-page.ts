import type { AttemptView } from '../../../../shared/contest/attempt.schema.js';
import type { Session } from '../../../platform/api/session.js';
import { dateOf, serverNow } from '../../../platform/time/server-time.js';
import type { ShownQuestion } from './paper.rules.js';

/**
 * Has the browser keep this page with the attempt as it stands, so that it can be loaded again without a network. Where
 * the context is not secure there are no service workers; then a reload needs one.
 */
export async function keepPage(
  session: Session,
  view: AttemptView,
  questions: readonly ShownQuestion[],
): Promise<void> {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/keep-attempt.js');
  const { active } = await navigator.serviceWorker.ready;
  const now = dateOf(serverNow()).toISOString();
  active?.postMessage({
    kind: 'keep',
    page: location.pathname,
    files: loadedFiles(),
    answers: {
      '/api/session': { ...session, serverNow: now },
      [`/api/attempts/${view.id}`]: { ...view, questions: saved(questions), serverNow: now },
    },
  });
}

/** What is on its way is in the queue of the device, not in the server's copy. */
function saved(questions: readonly ShownQuestion[]) {
  return questions.map(({ pending, isUnread: _isUnread, ...question }) =>
    pending ? { ...question, response: null, savedAt: null } : question,
  );
}

function loadedFiles(): string[] {
  const paths = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  return [...new Set([...paths, '/first-paint.js', '/favicon.svg'])];
}
