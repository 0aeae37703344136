import { Switch } from '@mantine/core';
import { IconDoorEnter, IconShieldCheck, IconUserQuestion } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { PrivacyRule } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import type { FieldsOf } from '../organise/form.js';
import { usePrivacyText } from '../question/privacy-sentences.js';
import classes from './create.module.css';
import type { NewSessionValues } from './new-session.rules.js';

type WhoFieldsProps = FieldsOf<NewSessionValues> & { rule: PrivacyRule };

/** Whether names are seen and who may come in, with the very words that people will read. */
export function WhoFields({ values, change, rule }: WhoFieldsProps) {
  const t = useT('qna/create');
  return (
    <section className={classes.card} aria-label={t('who')}>
      <SwitchRow
        icon={<IconUserQuestion />}
        label={t('anonymous')}
        hint={t('anonymousHint')}
        checked={values.level === 'hidden'}
        onChange={(on) => change({ level: on ? 'hidden' : 'named' })}
      />
      <SwitchRow
        icon={<IconDoorEnter />}
        label={t('guests')}
        hint={t('guestsHint')}
        checked={values.guestsAllowed}
        onChange={(guestsAllowed) => change({ guestsAllowed })}
      />
      <p className={classes.read}>
        <IconShieldCheck aria-hidden="true" />
        <span>
          <b>{t('willRead')}</b> {t('quoted', { text: usePrivacyText(rule).join(' ') })}
        </span>
      </p>
    </section>
  );
}

type SwitchRowProps = {
  icon?: ReactNode;
  label: string;
  hint: string;
  checked: boolean;
  onChange: (on: boolean) => void;
};

/** A switch whose whole row can be pressed. */
export function SwitchRow({ icon, label, hint, checked, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div className={classes.row} data-on={checked || undefined}>
      {icon && (
        <span className={classes.disc} aria-hidden="true">
          {icon}
        </span>
      )}
      <label htmlFor={id} className={classes.words}>
        <b>{label}</b>
        <small id={`${id}-hint`}>{hint}</small>
      </label>
      <Switch
        id={id}
        size="lg"
        aria-label={label}
        aria-describedby={`${id}-hint`}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
