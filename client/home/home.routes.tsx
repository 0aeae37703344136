import type { Screen } from '../platform/screen.js';

export const routes: Screen[] = [{ path: '/', shell: 'member', lazy: () => import('./home.page.js') }];
