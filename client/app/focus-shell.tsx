import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { PageLoading } from './page-loading.js';
import { RequireSession } from './require-session.js';

/** Nothing but the page, which brings its own header: for work that must not be left by a slip. */
export function FocusShell() {
  return (
    <RequireSession>
      <Suspense fallback={<PageLoading />}>
        <Outlet />
      </Suspense>
    </RequireSession>
  );
}
