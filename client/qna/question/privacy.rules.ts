import type { PrivacyRule } from '../../../shared/qna/session.schema.js';

/** What the screen says about names, sentence by sentence; the texts are `privacy.<key>`. */
export type PrivacySentence =
  | 'named'
  | 'byName'
  | 'anonymous'
  | 'hidden'
  | 'openable'
  | 'sealedForever'
  | 'network'
  | 'guestNamed'
  | 'guestHidden';

/**
 * What the sentence is about: the session as a whole, one question with the anonymous switch on or off, or the name that
 * a guest is about to give.
 */
export type PrivacySubject = 'session' | 'anonymous' | 'byName' | 'guest';

/** Who can learn whose name, made of the rule in force and of nothing else. */
export function privacySentences(
  { level, openable }: Pick<PrivacyRule, 'level' | 'openable'>,
  of: PrivacySubject = 'session',
): PrivacySentence[] {
  if (of === 'guest') return [level === 'hidden' ? 'guestHidden' : 'guestNamed'];
  if (of === 'byName' && level === 'named') return ['byName'];
  if (of === 'session' && level === 'named') return openable ? ['named', 'openable', 'network'] : ['named'];
  if (!openable) return ['sealedForever', 'network'];
  return [of === 'anonymous' ? 'anonymous' : 'hidden', 'openable', 'network'];
}
