import type { Screen } from '../platform/screen.js';

export const routes: Screen[] = [
  { path: '/sign-in', shell: 'public', lazy: () => import('./sign-in.page.js') },
  { path: '/organise/members', shell: 'organiser', lazy: () => import('./members.page.js') },
  { path: '/organise/members/:id', shell: 'organiser', lazy: () => import('./member.page.js') },
  { path: '/organise/units', shell: 'organiser', lazy: () => import('./units.page.js') },
];
