import { expect, it } from 'vitest';
import { scaleFrom, stepScale } from './text-scale.js';

it('steps through the sizes and stops at both ends', () => {
  expect(stepScale(100, 1)).toBe(125);
  expect(stepScale(100, -1)).toBe(80);
  expect(stepScale(80, -1)).toBe(80);
  expect(stepScale(200, 1)).toBe(200);
});

it('takes only sizes it knows from the memory of a device', () => {
  expect([null, '150', '150px', '1000', ''].map(scaleFrom)).toEqual([100, 150, 100, 100, 100]);
});
