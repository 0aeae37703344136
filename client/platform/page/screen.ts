import type { RouteObject } from 'react-router';

/**
 * Where a page stands. `member`: top bar and, on phones, the tab bar; only for people who signed in.
 * `organiser`: the navy side bar; only for people with something to organise. `focus`: nothing around it, signed in
 * (an attempt). `public`: nothing around it, for everybody (sign-in).
 */
export type Shell = 'member' | 'organiser' | 'focus' | 'public';

/** What a feature exports as `routes`: a path, the shell around it, and a lazily loaded page. */
export type Screen = { path: string; shell: Shell; lazy: () => Promise<{ Component: React.ComponentType }> };

/** The router's form of a screen. */
export function routeOf(screen: Screen): RouteObject {
  return { path: screen.path, lazy: screen.lazy };
}
