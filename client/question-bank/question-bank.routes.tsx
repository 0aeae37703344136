import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  {
    path: '/organise/questions',
    shell: 'organiser',
    for: 'organise',
    menu: 'questions',
    lazy: () => import('./list/list.page.js'),
  },
  {
    path: '/organise/questions/new',
    shell: 'organiser',
    for: 'organise',
    lazy: () => import('./editor/new-question.page.js'),
  },
  {
    path: '/organise/questions/import',
    shell: 'organiser',
    for: 'organise',
    lazy: () => import('./import/import.page.js'),
  },
  {
    path: '/organise/questions/:id',
    shell: 'organiser',
    for: 'organise',
    lazy: () => import('./view/question.page.js'),
  },
  {
    path: '/organise/questions/:id/edit',
    shell: 'organiser',
    for: 'organise',
    lazy: () => import('./editor/edit-question.page.js'),
  },
];
