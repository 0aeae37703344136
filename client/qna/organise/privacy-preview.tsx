import { IconEyeOff } from '@tabler/icons-react';
import type { PrivacyRule } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { usePrivacyText } from '../room/privacy-text.js';
import classes from './privacy-preview.module.css';

/** The very sentences that people read before they ask. */
export function PrivacyPreview({ rule }: { rule: PrivacyRule }) {
  const t = useT('qna/organise');
  const sentences = usePrivacyText()(rule);
  return (
    <figure className={classes.preview}>
      <figcaption>
        <IconEyeOff size={18} aria-hidden="true" />
        {t('privacy.willRead')}
      </figcaption>
      <blockquote>{sentences.join(' ')}</blockquote>
    </figure>
  );
}
