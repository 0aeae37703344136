import type { Screen } from '../../platform/page/screen.js';

const builder = () => import('./builder.page.js');

export const routes: Screen[] = [
  { path: '/organise/contests', shell: 'organiser', lazy: () => import('./own-contests.page.js') },
  { path: '/organise/contests/:id', shell: 'organiser', lazy: builder },
  { path: '/organise/contests/:id/:step', shell: 'organiser', lazy: builder },
];
