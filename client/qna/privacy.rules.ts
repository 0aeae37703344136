import type { PrivacyRule } from '../../shared/qna/session.schema.js';

/** What the screen says about names, sentence by sentence; the texts are `privacy.<key>`. */
export type PrivacySentence = 'named' | 'anonymous' | 'hidden' | 'openable' | 'sealedForever' | 'network';

/**
 * Who can learn whose name, made of the rule in force and of nothing else. With `of` a question that is asked
 * anonymously, without it the session as a whole.
 */
export function privacySentences(
  { level, openable }: Pick<PrivacyRule, 'level' | 'openable'>,
  of: 'session' | 'anonymous' = 'session',
): PrivacySentence[] {
  const fate: PrivacySentence[] = [openable ? 'openable' : 'sealedForever', 'network'];
  if (of === 'anonymous') return ['anonymous', ...fate];
  return level === 'hidden' ? ['hidden', ...fate] : ['named', 'anonymous', ...fate];
}
