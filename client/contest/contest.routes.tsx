import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  { path: '/contests', shell: 'member', lazy: () => import('./list/contests.page.js') },
  { path: '/contests/:id', shell: 'member', lazy: () => import('./page/contest.page.js') },
  {
    path: '/contests/:contestId/rounds/:roundId/standings',
    shell: 'member',
    lazy: () => import('./standings/standings.page.js'),
  },
  { path: '/attempts/:id', shell: 'focus', lazy: () => import('./attempt/attempt.page.js') },
  { path: '/attempts/:id/result', shell: 'member', lazy: () => import('./result/result.page.js') },
];
