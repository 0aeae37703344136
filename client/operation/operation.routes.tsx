import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  {
    path: '/organise/failed-jobs',
    shell: 'organiser',
    for: 'operate',
    menu: 'failedJobs',
    lazy: () => import('./failed-jobs.page.js'),
  },
];
