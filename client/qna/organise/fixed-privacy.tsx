import { IconLock } from '@tabler/icons-react';
import type { PrivacyRule } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Panel } from '../../ui/layout/panel.js';
import { PrivacyPreview } from '../question/privacy-preview.js';
import classes from './side.module.css';

/** Level and key holders, and why they stand still. */
export function FixedPrivacy({ rule }: { rule: PrivacyRule }) {
  const t = useT('qna/organise');
  const { list } = useFormat();
  return (
    <Panel title={t('privacy.title')} action={<IconLock size={20} aria-hidden="true" />}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('privacy.level')}</dt>
          <dd>{t(`privacy.${rule.level}`)}</dd>
        </div>
        <div>
          <dt>{t('privacy.holders')}</dt>
          <dd>{rule.openable ? list(rule.keyHolders.map(({ name }) => name)) : t('privacy.noHolders')}</dd>
        </div>
      </dl>
      <p className={classes.text}>{t('privacy.whyFixed')}</p>
      <PrivacyPreview caption={t('privacy.willRead')} rule={rule} />
    </Panel>
  );
}
