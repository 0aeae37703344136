import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  { path: '/sign-in', shell: 'public', lazy: () => import('./session/sign-in.page.js') },
  { path: '/vao', shell: 'public', lazy: () => import('./session/slip-entry.page.js') },
  { path: '/account', shell: 'member', lazy: () => import('./own/account.page.js') },
  { path: '/organise/members', shell: 'organiser', lazy: () => import('./member/members.page.js') },
  { path: '/organise/members/import', shell: 'organiser', lazy: () => import('./import/import.page.js') },
  { path: '/organise/members/import/:id', shell: 'organiser', lazy: () => import('./import/import.page.js') },
  { path: '/organise/members/:id', shell: 'organiser', lazy: () => import('./member/member.page.js') },
  { path: '/organise/units', shell: 'organiser', lazy: () => import('./unit/units.page.js') },
];
