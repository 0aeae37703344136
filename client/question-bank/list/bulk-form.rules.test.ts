import { expect, it } from 'vitest';
import { changeOf, UNTOUCHED } from './bulk-form.rules.js';

it('asks for nothing while nothing is touched, nor for spaces', () => {
  expect(changeOf(UNTOUCHED)).toBeUndefined();
  expect(changeOf({ ...UNTOUCHED, topic: '  ', source: ' ', onlyMissing: false })).toBeUndefined();
});

it('asks for what is filled in and leaves the rest as it is', () => {
  expect(changeOf({ ...UNTOUCHED, level: 'apply' })).toEqual({ level: 'apply' });
  expect(changeOf({ ...UNTOUCHED, source: ' Sách ' })).toEqual({
    source: { text: 'Sách', onlyMissing: true },
  });
  expect(changeOf({ ...UNTOUCHED, removeTags: ['x'] })).toEqual({ tags: { add: [], remove: ['x'] } });
  expect(changeOf({ ...UNTOUCHED, state: 'retired', topic: 'Luật' })).toEqual({
    state: 'retired',
    topic: 'Luật',
  });
});
