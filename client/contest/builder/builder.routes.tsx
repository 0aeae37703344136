import type { Screen } from '../../platform/page/screen.js';

const builder = () => import('./builder.page.js');

export const routes: Screen[] = [
  {
    path: '/organise/contests',
    shell: 'organiser',
    for: 'organise',
    menu: 'organiseContests',
    lazy: () => import('./own-contests.page.js'),
  },
  { path: '/organise/contests/:id', shell: 'organiser', for: 'organise', lazy: builder },
  { path: '/organise/contests/:id/:step', shell: 'organiser', for: 'organise', lazy: builder },
];
