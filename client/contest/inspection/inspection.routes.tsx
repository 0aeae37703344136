import type { Screen } from '../../platform/page/screen.js';

export const routes: Screen[] = [
  {
    path: '/organise/rounds/:id/attempts',
    shell: 'organiser',
    for: 'organise',
    lazy: () => import('./attempts.page.js'),
  },
  {
    path: '/organise/attempts/:id',
    shell: 'organiser',
    for: 'organise',
    lazy: () => import('./paper.page.js'),
  },
];
