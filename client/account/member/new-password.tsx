import { TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import classes from '../forms.module.css';
import { makePassword } from './make-password.js';

type NewPasswordProps = {
  label: string;
  value: string;
  error?: string;
  onChange: (password: string) => void;
};

/** In plain sight: it is read out or written down for the member, not for the one who types it. */
export function NewPassword({ label, value, error, onChange }: NewPasswordProps) {
  const t = useT('account');
  return (
    <div className={classes.withButton}>
      <TextInput
        label={label}
        description={t('password.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button className={classes.beside} icon={<IconRefresh />} onClick={() => onChange(makePassword())}>
        {t('password.make')}
      </Button>
    </div>
  );
}
