import { describe, expect, it } from 'vitest';
import { readConfig } from './config.js';

const DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing';

describe('connections of one process', () => {
  it.each([
    [{}, 20],
    [{ NODES: '2' }, 10],
    [{ NODES: '3' }, 8],
    [{ NODES: '16' }, 8],
    [{ NODES: '2', DATABASE_POOL: '30' }, 30],
  ])('with %j are %i', (environment, expected) => {
    expect(readConfig({ DATABASE_URL, ...environment }).DATABASE_POOL).toBe(expected);
  });

  it('are not shared by no node at all', () => {
    expect(() => readConfig({ DATABASE_URL, NODES: '0' })).toThrow('NODES');
  });
});
