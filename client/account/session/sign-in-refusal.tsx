import { IconAlertCircle } from '@tabler/icons-react';
import { clockText } from '../../../shared/kernel/formats.js';
import { useT } from '../../platform/text/i18n.js';
import classes from './sign-in.module.css';

type SignInRefusalProps = { text: string | null; waitSeconds: number };

/** Read out once when it appears; the seconds that run are seen, not read out. */
export function SignInRefusal({ text, waitSeconds }: SignInRefusalProps) {
  const t = useT('account');
  return (
    <div role="alert" className={classes.refusal} data-shown={text !== null || undefined}>
      {text !== null && (
        <>
          <IconAlertCircle size={20} aria-hidden="true" />
          <p>{text}</p>
        </>
      )}
      {waitSeconds > 0 && (
        <span
          role="timer"
          aria-live="off"
          className={classes.wait}
          aria-label={t('signIn.waitLabel')}
          translate="no"
        >
          {clockText(waitSeconds * 1000, 'left')}
        </span>
      )}
    </div>
  );
}
