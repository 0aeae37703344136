import { expect, it } from 'vitest';
import { viewOf } from './view.rules.js';

it.each([
  ['new', 'answered', { tab: 'new', show: 'answered' }],
  ['own', 'open', { tab: 'own', show: 'open' }],
  ['fair', null, { tab: 'fair', show: 'open' }],
  [null, null, { tab: 'top', show: 'open' }],
  ['Top', 'all', { tab: 'top', show: 'open' }],
  ['', '', { tab: 'top', show: 'open' }],
] as const)('an address with %j and %j shows %j', (tab, show, view) => {
  expect(viewOf(tab, show)).toEqual(view);
});
