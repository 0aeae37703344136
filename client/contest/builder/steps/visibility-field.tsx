import { Select } from '@mantine/core';
import type { Visibility } from '../../../../shared/contest/contest.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { dateOf, serverNow } from '../../../platform/time/server-time.js';
import { useBuilder } from '../draft/builder-context.js';
import { DateTimeField } from '../../../ui/form/date-time-field.js';
import classes from './two-columns.module.css';

const KINDS = ['on_submission', 'on_close', 'at', 'never'] as const;

type VisibilityFieldProps = {
  label: string;
  description: string;
  value: Visibility;
  onChange: (value: Visibility) => void;
};

/** When contestants see something: with the submission, when the round closes, at an instant, or never. */
export function VisibilityField({ label, description, value, onChange }: VisibilityFieldProps) {
  const t = useT('contest/builder');
  const { settings, locked } = useBuilder();
  const choose = (name: string | null) => {
    const kind = KINDS.find((one) => one === name) ?? value.kind;
    const at = settings.closesAt ?? dateOf(serverNow()).toISOString();
    onChange(kind === 'at' ? { kind, at } : { kind });
  };
  return (
    <div className={classes.pair}>
      <Select
        label={label}
        description={description}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        disabled={locked !== null}
        data={KINDS.map((kind) => ({ value: kind, label: t(`visibility.${kind}`) }))}
        value={value.kind}
        onChange={choose}
      />
      {value.kind === 'at' && (
        <DateTimeField
          label={t('visibility.instant')}
          value={value.at}
          onChange={(at) => at !== null && onChange({ kind: 'at', at })}
          defaultTime="08:00"
          disabled={locked !== null}
        />
      )}
    </div>
  );
}
