import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  { path: '/organise/questions', shell: 'organiser', lazy: () => import('./list/list.page.js') },
  {
    path: '/organise/questions/new',
    shell: 'organiser',
    lazy: () => import('./editor/new-question.page.js'),
  },
  { path: '/organise/questions/import', shell: 'organiser', lazy: () => import('./import/import.page.js') },
  { path: '/organise/questions/:id', shell: 'organiser', lazy: () => import('./view/question.page.js') },
  {
    path: '/organise/questions/:id/edit',
    shell: 'organiser',
    lazy: () => import('./editor/edit-question.page.js'),
  },
];
