import { describe, expect, it } from 'vitest';
import { chordOf, matchChord } from './shortcut-keys.js';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  chordOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('what a key press is called', () => {
  it('does not depend on capitals, and takes Ctrl and Cmd for the same', () => {
    expect(press('F')).toBe('f');
    expect(press('Enter', { metaKey: true })).toBe('Ctrl+Enter');
    expect(press('ArrowLeft')).toBe('ArrowLeft');
  });

  it('is nothing with Alt, which types letters in some languages, or for a modifier alone', () => {
    expect(press('g', { altKey: true })).toBeNull();
    expect(press('Shift')).toBeNull();
  });
});

describe('a sequence', () => {
  const known = ['g h', 'g c', 'c', '?'];

  it('acts on its last key', () => {
    expect(matchChord('', 'g', known)).toEqual({ match: null, typed: 'g' });
    expect(matchChord('g', 'h', known)).toEqual({ match: 'g h', typed: '' });
  });

  it('wins over the single key it ends with', () => {
    expect(matchChord('g', 'c', known).match).toBe('g c');
    expect(matchChord('', 'c', known).match).toBe('c');
  });

  it('starts over with a key that does not belong to it', () => {
    expect(matchChord('g', 'g', known)).toEqual({ match: null, typed: 'g' });
    expect(matchChord('g', 'x', known)).toEqual({ match: null, typed: '' });
    expect(matchChord('g', '?', known).match).toBe('?');
  });
});
