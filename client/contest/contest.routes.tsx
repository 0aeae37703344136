import type { Screen } from '../platform/screen.js';

export const routes: Screen[] = [
  { path: '/attempts/:id', shell: 'focus', lazy: () => import('./attempt/attempt.page.js') },
];
