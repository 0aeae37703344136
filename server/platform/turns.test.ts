import { describe, expect, it } from 'vitest';
import { Turns } from './turns.js';

describe('turns', () => {
  it('come one after the other under one key, and a failure stops nobody', async () => {
    const turns = new Turns();
    const steps: string[] = [];
    const act = (name: string) => async () => {
      steps.push(`${name} begins`);
      await Promise.resolve();
      steps.push(`${name} ends`);
      if (name === 'first') throw new Error(name);
      return name;
    };
    const results = await Promise.allSettled([turns.take('a', act('first')), turns.take('a', act('second'))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('of different keys do not wait for each other', async () => {
    const turns = new Turns();
    const never = new Promise<never>(() => undefined);
    void turns.take('a', () => never);
    expect(await turns.take('b', () => Promise.resolve('done'))).toBe('done');
  });
});
