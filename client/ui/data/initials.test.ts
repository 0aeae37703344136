import { describe, expect, it } from 'vitest';
import { gradientOf, initialsOf } from './initials.js';

describe('a disc', () => {
  it('shows the initials of the last two words', () => {
    expect(initialsOf('Trần Thu Hà')).toBe('TH');
    expect(initialsOf('đặng  văn ứng')).toBe('VỨ');
    expect(initialsOf('Hải')).toBe('H');
    expect(initialsOf('')).toBe('');
  });

  it('has the same colours for the same person, and several for many', () => {
    expect(gradientOf('0192')).toBe(gradientOf('0192'));
    const ids = Array.from({ length: 50 }, (_id, index) => `member-${index}`);
    expect(new Set(ids.map(gradientOf)).size).toBeGreaterThan(4);
  });
});
