import type { Screen } from '../../platform/page/screen.js';

export const routes: Screen[] = [
  {
    path: '/organise/turnout',
    shell: 'organiser',
    for: 'seeUnitProgress',
    menu: 'turnout',
    lazy: () => import('./turnout.page.js'),
  },
  {
    path: '/organise/turnout/print',
    shell: 'focus',
    for: 'seeUnitProgress',
    lazy: () => import('./turnout-paper.page.js'),
  },
];
