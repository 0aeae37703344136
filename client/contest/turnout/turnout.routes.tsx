import type { Screen } from '../../platform/page/screen.js';

export const routes: Screen[] = [
  { path: '/organise/turnout', shell: 'organiser', lazy: () => import('./turnout.page.js') },
  { path: '/organise/turnout/print', shell: 'focus', lazy: () => import('./turnout-paper.page.js') },
];
