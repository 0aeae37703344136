import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  { path: '/sign-in', shell: 'public', for: 'everybody', lazy: () => import('./session/sign-in.page.js') },
  { path: '/vao', shell: 'public', for: 'everybody', lazy: () => import('./session/slip-entry.page.js') },
  { path: '/account', shell: 'member', for: 'members', lazy: () => import('./own/account.page.js') },
  {
    path: '/organise/members',
    shell: 'organiser',
    for: 'makeSlips',
    menu: 'members',
    lazy: () => import('./member/members.page.js'),
  },
  {
    path: '/organise/members/import',
    shell: 'organiser',
    for: 'manageMembers',
    lazy: () => import('./import/import.page.js'),
  },
  {
    path: '/organise/members/import/:id',
    shell: 'organiser',
    for: 'manageMembers',
    lazy: () => import('./import/import.page.js'),
  },
  {
    path: '/organise/members/:id',
    shell: 'organiser',
    for: 'makeSlips',
    lazy: () => import('./member/member.page.js'),
  },
  {
    path: '/organise/units',
    shell: 'organiser',
    for: 'manageMembers',
    menu: 'units',
    lazy: () => import('./unit/units.page.js'),
  },
];
