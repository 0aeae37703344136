import type { Screen } from '../platform/screen.js';

export const routes: Screen[] = [];
