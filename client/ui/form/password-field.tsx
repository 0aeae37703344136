import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../platform/text/i18n.js';

/** A password with a button that shows it, named in the reader's language. */
export function PasswordField(props: Omit<PasswordInputProps, 'visible' | 'visibilityToggleButtonProps'>) {
  const t = useT('ui');
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      {...props}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': visible ? t('password.hide') : t('password.show'),
        'aria-pressed': visible,
        tabIndex: 0,
      }}
    />
  );
}
