import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  { path: '/contests', shell: 'member', for: 'members', lazy: () => import('./list/contests.page.js') },
  { path: '/contests/:id', shell: 'member', for: 'members', lazy: () => import('./page/contest.page.js') },
  {
    path: '/contests/:contestId/rounds/:roundId/standings',
    shell: 'member',
    for: 'members',
    lazy: () => import('./standings/standings.page.js'),
  },
  {
    path: '/contests/:contestId/rounds/:roundId/standings/print',
    shell: 'focus',
    for: 'members',
    lazy: () => import('./standings/standings-paper.page.js'),
  },
  { path: '/attempts/:id', shell: 'focus', for: 'members', lazy: () => import('./attempt/attempt.page.js') },
  {
    path: '/attempts/:id/result',
    shell: 'member',
    for: 'members',
    lazy: () => import('./result/result.page.js'),
  },
];
