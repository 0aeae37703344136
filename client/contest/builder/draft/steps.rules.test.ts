import { expect, it } from 'vitest';
import { stepOf } from './steps.rules.js';

it('leads an address without a step, or with one that is not there, to the first', () => {
  expect(stepOf(undefined, true)).toBe('information');
  expect(stepOf('time', true)).toBe('time');
  expect(stepOf('run', true)).toBe('information');
  expect(stepOf('publish', false)).toBe('run');
  expect(stepOf('paper', false)).toBe('paper');
});
