import { describe, expect, it } from 'vitest';
import { Clock } from '../clock.js';
import { SharedReadings } from './shared-readings.js';

class SetClock extends Clock {
  ms = 1_000_000;
  override nowMs(): number {
    return this.ms;
  }
}

function counted(max = 10) {
  const clock = new SetClock();
  const readings = new SharedReadings<string>({ clock, max, maxAgeMs: 1_000 });
  let made = 0;
  const take = (key: string, revision: number): Promise<string> =>
    readings.take(key, revision, async () => `${key}@${revision}#${(made += 1)}`);
  return { clock, readings, take };
}

describe('SharedReadings', () => {
  it('makes one reading for all who ask for a revision, and another for the next revision', async () => {
    const { take } = counted();
    expect(await Promise.all([take('a', 1), take('a', 1), take('b', 1)])).toEqual([
      'a@1#1',
      'a@1#1',
      'b@1#2',
    ]);
    expect(await take('a', 2)).toBe('a@2#3');
    expect(await take('a', 2)).toBe('a@2#3');
  });

  it('never goes back for who read the revision before it rose', async () => {
    const { take } = counted();
    await take('a', 2);
    expect(await take('a', 1)).toBe('a@2#1');
  });

  it('is made again when it is as old as it may be, and when the clock went back', async () => {
    const { clock, take } = counted();
    await take('a', 1);
    clock.ms += 999;
    expect(await take('a', 1)).toBe('a@1#1');
    clock.ms += 1;
    expect(await take('a', 1)).toBe('a@1#2');
    clock.ms -= 1;
    expect(await take('a', 1)).toBe('a@1#3');
  });

  it('forgets one that failed, and what was made longest ago when there are too many', async () => {
    const { readings, take } = counted(2);
    await expect(readings.take('a', 1, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await take('a', 1)).toBe('a@1#1');
    await take('b', 1);
    await take('c', 1);
    expect(await take('a', 1)).toBe('a@1#4');
  });
});
