import { useId } from 'react';
import type { AnonymityLevel } from '../../../../shared/qna/session.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import classes from './anonymity-switch.module.css';

type AnonymitySwitchProps = {
  level: AnonymityLevel;
  checked: boolean;
  /** The session asks for it: on, and stays on. */
  locked: boolean;
  describedBy: string;
  onChange: (checked: boolean) => void;
};

export function AnonymitySwitch({ level, checked, locked, describedBy, onChange }: AnonymitySwitchProps) {
  const t = useT('qna/audience');
  const words = useT('qna');
  const id = useId();
  return (
    <div className={classes.root}>
      <button
        type="button"
        id={id}
        role="switch"
        className={classes.switch}
        aria-checked={checked}
        aria-disabled={locked || undefined}
        aria-labelledby={`${id}-label ${id}-level`}
        aria-describedby={describedBy}
        onClick={() => !locked && onChange(!checked)}
      />
      <label htmlFor={id} className={classes.words}>
        <b id={`${id}-label`}>{t('composer.anonymous')}</b>
        <small id={`${id}-level`}>{t('composer.level', { level: words(`level.${level}`) })}</small>
      </label>
    </div>
  );
}
