import { describe, expect, it } from 'vitest';
import { printedCode, typedCode } from './slip.rules.js';

describe('the code of a slip', () => {
  it('is printed in groups of four', () => {
    expect(printedCode('KX7M4Q2P')).toBe('KX7M-4Q2P');
  });

  it.each([
    'KX7M-4Q2P',
    'kx7m4q2p',
    ' kx7m 4q2p ',
    'KX7M–4Q2P',
    'KX7M\u00a04Q2P',
    'K\u200bX7M-4Q2P',
    'ＫＸ７Ｍ－４Ｑ２Ｐ',
    'https://haidang.example/vao#KX7M4Q2P',
  ])('is read from %j', (typed) => {
    expect(typedCode(typed)).toBe('KX7M4Q2P');
  });

  it.each(['', 'KX7M', 'KX7M-4Q2P-9', 'KX7M-4Q2O', 'KX7M-4Q21', 'ĐX7M-4Q2P', 'https://haidang.example/vao'])(
    'is not %j',
    (typed) => {
      expect(typedCode(typed)).toBeNull();
    },
  );
});
