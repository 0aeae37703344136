import { describe, expect, it } from 'vitest';
import { aimedBefore, REACTION_MS, shiftOf, startsMoved } from './steady-list.rules.js';

const at = (...starts: number[]) => starts.map((start, index) => ({ key: String(index), start, size: 100 }));

describe('a list', () => {
  it('has moved when a row lies elsewhere on the screen, scrolling included', () => {
    expect(startsMoved(at(0, 110), at(0, 110), 0)).toBe(false);
    expect(startsMoved(at(0, 110), at(0, 60), 0)).toBe(true);
    expect(startsMoved(at(0, 110), at(50, 160), 50), 'scrolled along').toBe(false);
    expect(startsMoved(at(0, 110), at(0, 113), 0), 'too little to be noticed').toBe(false);
    expect(startsMoved(at(0, 110), at(0, 114), 0), 'still too little').toBe(false);
    expect(startsMoved(at(0, 110), at(0, 115), 0)).toBe(true);
    expect(startsMoved(at(0), at(0, 500), 0), 'a row that is new').toBe(false);
    expect(startsMoved([], at(0, 110), 0), 'drawn for the first time').toBe(false);
  });

  it('says how far a row went', () => {
    expect(shiftOf(at(0, 110), at(0, 60), '1')).toBe(-50);
    expect(shiftOf(at(0), at(0, 60), '1')).toBe(0);
  });
});

describe('a press', () => {
  const press = (facts: Partial<Parameters<typeof aimedBefore>[0]>) =>
    aimedBefore({ now: 1_000, movedAt: 900, aimedAt: 800, isTouch: false, ...facts });

  it('was aimed before the list moved when the pointer rested meanwhile', () => {
    expect(press({})).toBe(true);
    expect(press({ aimedAt: 900 }), 'the pointer moved with it').toBe(false);
    expect(press({ aimedAt: 950 }), 'the pointer went there afterwards').toBe(false);
    expect(press({ now: 900 + REACTION_MS }), 'there was time to see').toBe(false);
    expect(press({ now: 899 + REACTION_MS })).toBe(true);
  });

  it('of a finger shows no aim', () => {
    expect(press({ isTouch: true, aimedAt: 950 })).toBe(true);
    expect(press({ isTouch: true, movedAt: -Infinity })).toBe(false);
  });
});
