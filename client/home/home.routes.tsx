import type { Screen } from '../platform/page/screen.js';

export const routes: Screen[] = [{ path: '/', shell: 'member', lazy: () => import('./home.page.js') }];
