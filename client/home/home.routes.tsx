import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [
  { path: '/', shell: 'member', for: 'members', lazy: () => import('./home.page.js') },
];
