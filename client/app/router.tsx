import { Suspense } from 'react';
import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { routes as account } from '../account/account.routes.js';
import { routes as builder } from '../contest/builder/builder.routes.js';
import { routes as contest } from '../contest/contest.routes.js';
import { routes as turnout } from '../contest/turnout/turnout.routes.js';
import { routes as home } from '../home/home.routes.js';
import { routes as operation } from '../operation/operation.routes.js';
import { routes as qna } from '../qna/qna.routes.js';
import { routes as questionBank } from '../question-bank/question-bank.routes.js';
import { routeOf, type Screen, type Shell } from '../platform/page/screen.js';
import { NotFoundPage, RootErrorPage } from './error-pages.js';
import { PageLoading } from './page-loading.js';
import { RequireSession } from './require-session.js';
import { Root } from './root.js';

const screens: Screen[] = [
  ...home,
  ...account,
  ...contest,
  ...builder,
  ...turnout,
  ...questionBank,
  ...qna,
  ...operation,
  // The parts on show: reachable everywhere, linked from nowhere.
  { path: '/dev/kit', shell: 'public', lazy: () => import('../dev/kit.page.js') },
];

const inShell = (shell: Shell): RouteObject[] =>
  screens.filter((screen) => screen.shell === shell).map((screen) => routeOf(screen));

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
