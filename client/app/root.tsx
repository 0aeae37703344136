import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { announcements } from '../platform/page/announcer.js';
import { useShortcut } from '../platform/page/shortcuts.js';
import { useT } from '../platform/text/i18n.js';
import { Toasts } from '../ui/feedback/toasts.js';
import { PageLoading } from './page-loading.js';
import classes from './root.module.css';
import { SessionProvider } from './session-provider.js';
import { onShortcutHelp } from './shortcut-help-request.js';

/** What every page stands in: skip link first, the session, keyboard help, and the voice for screen readers. */
export function Root() {
  const t = useT('app');
  useFocusAfterNavigation();
  return (
    <>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <SessionProvider>
        <Suspense fallback={<PageLoading />}>
          <Outlet />
        </Suspense>
      </SessionProvider>
      <ShortcutHelp />
      <Toasts />
      <Announcer />
      <ScrollRestoration />
    </>
  );
}

/** The focus would stay on a link that is gone: after a navigation it goes to the content. */
function useFocusAfterNavigation() {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname]);
}

const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet.js').then(({ ShortcutSheet: sheet }) => ({ default: sheet })),
);

/** The list under `?`, fetched when it is first asked for. */
function ShortcutHelp() {
  const t = useT('app');
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const show = () => setState('open');
  useShortcut({ keys: '?', label: t('shortcuts.help'), run: show });
  useEffect(() => onShortcutHelp(show), []);
  if (state === 'never') return null;
  return (
    <Suspense>
      <ShortcutSheet open={state === 'open'} onClose={() => setState('closed')} />
    </Suspense>
  );
}

/** The one polite live region of the app; it never leaves the page, or screen readers would miss its first words. */
function Announcer() {
  const text = useSyncExternalStore(announcements.subscribe, announcements.read);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
