import { describe, expect, it } from 'vitest';
import { chordsOf, matchChord } from './shortcut-keys.js';

type Held = Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>>;
const presses = (key: string, code = '', held: Held = {}) =>
  chordsOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
const press = (key: string, held: Held = {}) => presses(key, '', held)[0] ?? null;

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

describe('a key of another layout', () => {
  it.each([
    ['&', 'Digit1', ['&', '1']],
    ['ă', 'Digit1', ['ă', '1']],
    ['đ', 'Digit0', ['đ', '0']],
    ['-', 'Digit6', ['-', '6']],
    ['Process', 'Digit2', ['Process', '2']],
    ['φ', 'KeyF', ['φ', 'f']],
    ['1', 'Digit1', ['1']],
    ['1', 'Numpad1', ['1']],
    ['a', 'KeyQ', ['a']],
    ['Enter', 'Enter', ['Enter']],
    ['ArrowLeft', 'ArrowLeft', ['ArrowLeft']],
  ])('%s at %s may be %j', (key, code, chords) => {
    expect(presses(key, code)).toEqual(chords);
  });

  it('with Shift is what it types: ! is not 1', () => {
    expect(presses('!', 'Digit1', { shiftKey: true })).toEqual(['!']);
    expect(presses('1', 'Digit1', { shiftKey: true })).toEqual(['1']);
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
