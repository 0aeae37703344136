import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  { path: '/qna', shell: 'member', for: 'members', lazy: () => import('./join/sessions.page.js') },
  { path: '/q/:code?', shell: 'public', for: 'everybody', lazy: () => import('./join/invitation.page.js') },
  // Guests take part without signing in.
  { path: '/qna/:id', shell: 'public', for: 'everybody', lazy: () => import('./audience/audience.page.js') },
  {
    path: '/qna/:id/projector',
    shell: 'focus',
    for: 'members',
    lazy: () => import('./projector/projector.page.js'),
  },
  { path: '/qna/:id/remote', shell: 'focus', for: 'members', lazy: () => import('./remote/remote.page.js') },
  {
    path: '/qna/:id/presenter',
    shell: 'focus',
    for: 'members',
    lazy: () => import('./presenter/presenter.page.js'),
  },
  {
    path: '/qna/:id/ledger',
    shell: 'public',
    for: 'everybody',
    lazy: () => import('./ledger/ledger.page.js'),
  },
  { path: '/qna/keys', shell: 'member', for: 'members', lazy: () => import('./keys/keys.page.js') },
  {
    path: '/organise/qna',
    shell: 'organiser',
    for: 'hostQna',
    menu: 'organiseQna',
    lazy: () => import('./organise/sessions.page.js'),
  },
  {
    path: '/organise/qna/new',
    shell: 'organiser',
    for: 'hostQna',
    lazy: () => import('./create/new-session.page.js'),
  },
  // The team of a session holds no role: the session says who may set it up.
  {
    path: '/organise/qna/:id',
    shell: 'organiser',
    for: 'members',
    lazy: () => import('./organise/settings.page.js'),
  },
  { path: '/qna/:id/desk', shell: 'focus', for: 'members', lazy: () => import('./desk/desk.page.js') },
];
