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

it('says of a question by name that the name is seen, and at no level more', () => {
  expect(privacySentences({ level: 'named', openable: true }, 'byName')).toEqual(['byName']);
  expect(privacySentences({ level: 'named', openable: false }, 'byName')).toEqual(['byName']);
  // Nobody can ask by name there: what holds is said, not what was asked for.
  expect(privacySentences({ level: 'hidden', openable: true }, 'byName')).toEqual([
    'hidden',
    'openable',
    'network',
  ]);
});

it('never promises that nobody can open a name when two can', () => {
  for (const level of ['named', 'hidden'] as const)
    for (const openable of [true, false])
      for (const of of ['session', 'anonymous', 'byName'] as const) {
        const sentences = privacySentences({ level, openable }, of);
        expect(sentences.includes('sealedForever') && openable).toBe(false);
        expect(sentences.includes('openable') && !openable).toBe(false);
      }
});

it('says of the name that a guest gives where it will be seen', () => {
  for (const openable of [true, false]) {
    expect(privacySentences({ level: 'named', openable }, 'guest')).toEqual(['guestNamed']);
    expect(privacySentences({ level: 'hidden', openable }, 'guest')).toEqual(['guestHidden']);
  }
});
