import { expect, it } from 'vitest';
import { privacySentences } from './privacy.rules.js';

it.each([
  ['named', false, ['named']],
  ['named', true, ['named', 'openable', 'network']],
  ['hidden', false, ['sealedForever', 'network']],
  ['hidden', true, ['hidden', 'openable', 'network']],
] as const)(
  'says of a session that is %s, with key holders: %s, what holds and no more',
  (level, openable, said) => {
    expect(privacySentences({ level, openable })).toEqual(said);
  },
);

it('speaks of one anonymous question alike at both levels', () => {
  for (const level of ['named', 'hidden'] as const) {
    expect(privacySentences({ level, openable: true }, 'anonymous')).toEqual([
      'anonymous',
      'openable',
      'network',
    ]);
    expect(privacySentences({ level, openable: false }, 'anonymous')).toEqual(['sealedForever', 'network']);
  }
});

it('says of a question by name that the name is seen, and at no level more', () => {
  for (const openable of [true, false])
    expect(privacySentences({ level: 'named', openable }, 'byName')).toEqual(['byName']);
  // Nobody can ask by name there: what holds is said, not what was asked for.
  expect(privacySentences({ level: 'hidden', openable: true }, 'byName')).toEqual([
    'hidden',
    'openable',
    'network',
  ]);
  expect(privacySentences({ level: 'hidden', openable: false }, 'byName')).toEqual([
    'sealedForever',
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
