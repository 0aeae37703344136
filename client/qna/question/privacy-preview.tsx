import { IconEyeOff } from '@tabler/icons-react';
import type { PrivacyRule } from '../../../shared/qna/session.schema.js';
import { usePrivacyText } from './privacy-sentences.js';
import classes from './question.module.css';

/** The very sentences that people read before they ask, for whoever sets the rule. */
export function PrivacyPreview({ rule, caption }: { rule: PrivacyRule; caption: string }) {
  const sentences = usePrivacyText(rule);
  return (
    <figure className={classes.preview}>
      <figcaption>
        <IconEyeOff size={18} aria-hidden="true" />
        {caption}
      </figcaption>
      <blockquote>{sentences.join(' ')}</blockquote>
    </figure>
  );
}
