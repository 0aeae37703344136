import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path.js';

describe('returnPath', () => {
  it.each(['/', '/contests/1?tab=rules#top', '/organise/members?q=%C4%91'])('goes back to %s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'contests',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
  ])('goes home instead of %s', (next) => {
    expect(returnPath(next)).toBe('/');
  });
});
