import { Radio, Switch } from '@mantine/core';
import { Link } from 'react-router';
import { anonymityLevel } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Panel } from '../../ui/layout/panel.js';
import { useKeyHolders } from '../keys/keys.api.js';
import type { FieldsOf } from './form.js';
import { HolderSelects } from './holder-selects.js';
import { PrivacyPreview } from '../question/privacy-preview.js';
import { isHeld, type PrivacyValues } from './privacy-values.rules.js';
import classes from './fields.module.css';

/** Chosen once: neither level nor holders change after people have trusted them. */
export function PrivacyFields(props: FieldsOf<PrivacyValues>) {
  const t = useT('qna/organise');
  const { values, change } = props;
  const held = isHeld(values);
  return (
    <Panel title={t('privacy.title')}>
      <div className={classes.fields}>
        <Banner>{t('privacy.fixed')}</Banner>
        <Radio.Group
          label={t('privacy.level')}
          value={values.level}
          onChange={(value) =>
            change({ level: anonymityLevel.options.find((one) => one === value) ?? values.level })
          }
        >
          <div className={classes.choices}>
            {anonymityLevel.options.map((level) => (
              <Radio
                key={level}
                value={level}
                label={t(`privacy.${level}`)}
                description={t(`privacy.${level}Hint`)}
              />
            ))}
          </div>
        </Radio.Group>
        <Switch
          label={t('privacy.held')}
          description={values.level === 'hidden' ? t('privacy.heldNeeded') : t('privacy.heldHint')}
          checked={held}
          disabled={values.level === 'hidden'}
          onChange={(event) => change({ held: event.currentTarget.checked })}
        />
        {held && <HolderSelects {...props} />}
        <PreviewOf {...values} />
      </div>
    </Panel>
  );
}

/** What people will read, as it follows from what is chosen so far. */
function PreviewOf(values: PrivacyValues) {
  const t = useT('qna/organise');
  const list = useKeyHolders();
  const nameOf = (id: string, otherwise: string) =>
    list.data?.items.find(({ memberId }) => memberId === id)?.name ?? otherwise;
  const openable = isHeld(values);
  const keyHolders = openable
    ? [
        { name: nameOf(values.holders[0], t('privacy.someone')) },
        { name: nameOf(values.holders[1], t('privacy.someoneElse')) },
      ]
    : [];
  return (
    <>
      <PrivacyPreview caption={t('privacy.willRead')} rule={{ level: values.level, openable, keyHolders }} />
      {openable && (
        <p className={classes.hint}>
          {t('privacy.keysText')} <Link to="/qna/keys">{t('privacy.keysLink')}</Link>
        </p>
      )}
    </>
  );
}
