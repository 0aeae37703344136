import type { ReactNode } from 'react';
import type { PrivacyRule } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { privacySentences, type PrivacySubject } from './privacy.rules.js';
import classes from './question.module.css';

/** What is said to a guest of the name they give stands beside its field. */
type Subject = Exclude<PrivacySubject, 'guest'>;

type PrivacySentencesProps = {
  rule: PrivacyRule;
  of?: Subject;
  /** One line below a field, or a card with a line for each sentence. */
  look: 'line' | 'card';
  icon: ReactNode;
  id?: string;
};

/** Who learns what of an author: the same sentences wherever they are read. */
export function PrivacySentences({ rule, of, look, icon, id }: PrivacySentencesProps) {
  const sentences = usePrivacyText(rule, of);
  return (
    <div id={id} className={classes.privacy} data-look={look}>
      {icon}
      {look === 'line' ? (
        <span>{sentences.join(' ')}</span>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The sentences of a rule in the reader's language. */
export function usePrivacyText(rule: PrivacyRule, of: Subject = 'session'): string[] {
  const t = useT('qna');
  const { list } = useFormat();
  const holders = list(rule.keyHolders.map(({ name }) => name));
  return privacySentences(rule, of).map((sentence) => t(`privacy.${sentence}`, { holders }));
}
