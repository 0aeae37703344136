import { Suspense } from 'react';
import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { useSession } from '../platform/api/session.js';
import type { Audience, Shell } from '../platform/page/screen.js';
import { ForbiddenState } from '../ui/feedback/refusal-states.js';
import { NotFoundPage, RootErrorPage } from './error-pages.js';
import { PageLoading } from './page-loading.js';
import { RequireSession } from './require-session.js';
import { Root } from './root.js';
import { mayOpen, screens } from './screens.js';

/** Each screen behind its guard, so that nobody sees a page around what they were refused. */
const inShell = (shell: Shell): RouteObject[] =>
  screens
    .filter((screen) => screen.shell === shell)
    .map(({ path, lazy, for: audience }) => ({
      Component: guardOf(audience, shell),
      children: [{ path, lazy }],
    }));

export function createRouter() {
  return createBrowserRouter([
    {
      Component: Root,
      HydrateFallback: PageLoading,
      ErrorBoundary: RootErrorPage,
      children: [
        ...inShell('public'),
        { Component: FocusShell, children: inShell('focus') },
        // The shells with their menus are lazy: an attempt needs neither.
        {
          lazy: () => import('./member-shell.js').then(({ MemberShell }) => ({ Component: MemberShell })),
          children: [...inShell('member'), { path: '*', Component: NotFoundPage }],
        },
        {
          lazy: () =>
            import('./organiser-shell.js').then(({ OrganiserShell }) => ({ Component: OrganiserShell })),
          children: inShell('organiser'),
        },
      ],
    },
  ]);
}

/** Nothing but the page, which brings its own header: for work that must not be left by a slip. */
function FocusShell() {
  return (
    <RequireSession>
      <Suspense fallback={<PageLoading />}>
        <Outlet />
      </Suspense>
    </RequireSession>
  );
}

function guardOf(audience: Audience, shell: Shell) {
  return function Guard() {
    if (mayOpen(audience, useSession())) return <Outlet />;
    // The other shells have the place for it.
    if (shell !== 'focus') return <ForbiddenState page />;
    return (
      <main id="content" tabIndex={-1}>
        <ForbiddenState page />
      </main>
    );
  };
}
