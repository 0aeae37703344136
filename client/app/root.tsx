import { Suspense, useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useT } from '../platform/text/i18n.js';
import { Announcer } from '../ui/feedback/announcer.js';
import { Toasts } from '../ui/feedback/toasts.js';
import { PageLoading } from './page-loading.js';
import classes from './root.module.css';
import { SessionProvider } from './session-provider.js';
import { ShortcutHelp } from './shortcut-help.js';

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
