import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  { path: '/qna', shell: 'member', lazy: () => import('./join/sessions.page.js') },
  { path: '/q/:code?', shell: 'public', lazy: () => import('./join/invitation.page.js') },
  // Guests take part without signing in.
  { path: '/qna/:id', shell: 'public', lazy: () => import('./audience/audience.page.js') },
  { path: '/qna/:id/projector', shell: 'focus', lazy: () => import('./projector/projector.page.js') },
  { path: '/qna/:id/remote', shell: 'focus', lazy: () => import('./remote/remote.page.js') },
  { path: '/qna/:id/presenter', shell: 'focus', lazy: () => import('./presenter/presenter.page.js') },
  { path: '/qna/:id/ledger', shell: 'public', lazy: () => import('./ledger/ledger.page.js') },
  { path: '/qna/keys', shell: 'member', lazy: () => import('./keys/keys.page.js') },
  { path: '/organise/qna', shell: 'organiser', lazy: () => import('./organise/sessions.page.js') },
  { path: '/organise/qna/new', shell: 'organiser', lazy: () => import('./create/new-session.page.js') },
  { path: '/organise/qna/:id', shell: 'organiser', lazy: () => import('./organise/settings.page.js') },
  { path: '/qna/:id/desk', shell: 'focus', lazy: () => import('./desk/desk.page.js') },
];
