import type { PrivacyRule } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { privacySentences, type PrivacySubject } from './privacy.rules.js';

/** The sentences of a rule in the reader's language, for a session or for one question. */
export function usePrivacyText() {
  const t = useT('qna');
  const { list } = useFormat();
  return (rule: PrivacyRule, of: PrivacySubject = 'session'): string[] => {
    const holders = list(rule.keyHolders.map(({ name }) => name));
    return privacySentences(rule, of).map((sentence) => t(`privacy.${sentence}`, { holders }));
  };
}
