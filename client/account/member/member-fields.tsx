import { TextInput } from '@mantine/core';
import { useT } from '../../platform/text/i18n.js';
import classes from '../forms.module.css';

type Values = { fullName: string; code: string; email: string | null };

type MemberFieldsProps = {
  values: Values;
  errors: Record<string, string>;
  onChange: (changes: Partial<Values>) => void;
  autoFocus?: boolean;
};

/** Which field a refusal for something taken belongs to. */
export const MEMBER_CONFLICTS = { 'account.code_taken': 'code', 'account.email_taken': 'email' };

export function MemberFields({ values, errors, onChange, autoFocus }: MemberFieldsProps) {
  const t = useT('account');
  return (
    <>
      <TextInput
        label={t('member.fullName')}
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus={autoFocus}
        autoFocus={autoFocus}
        value={values.fullName}
        error={errors.fullName}
        onChange={(event) => onChange({ fullName: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label={t('member.code')}
          required
          withAsterisk={false}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={values.code}
          error={errors.code}
          onChange={(event) => onChange({ code: event.currentTarget.value })}
        />
        <TextInput
          label={t('member.email')}
          type="email"
          autoComplete="off"
          value={values.email ?? ''}
          error={errors.email}
          onChange={(event) => onChange({ email: event.currentTarget.value.trim() || null })}
        />
      </div>
    </>
  );
}
