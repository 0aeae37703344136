import { expect, it } from 'vitest';
import { privacySentences } from './privacy.rules.js';

it('promises what the rule holds, never more', () => {
  expect(privacySentences({ level: 'hidden', openable: true })).toEqual(['hidden', 'openable', 'network']);
  expect(privacySentences({ level: 'named', openable: false })).toEqual([
    'named',
    'anonymous',
    'sealedForever',
    'network',
  ]);
});

it('speaks of one anonymous question alike at both levels', () => {
  for (const level of ['named', 'hidden'] as const)
    expect(privacySentences({ level, openable: true }, 'anonymous')).toEqual([
      'anonymous',
      'openable',
      'network',
    ]);
});
