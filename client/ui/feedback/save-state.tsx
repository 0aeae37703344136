import { IconCloudCheck, IconCloudX, IconDeviceMobileCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../platform/text/i18n.js';
import classes from './save-state.module.css';
import { Spinner } from '../form/spinner.js';

export type Saving =
  | { state: 'saving' }
  /** `at`: the server's time of the acknowledgement. */
  | { state: 'saved'; at: string | null }
  | { state: 'kept' }
  | { state: 'failed'; retry?: () => void };

/** What became of the last change: on its way, saved, kept on the device, or refused. Never silent. */
export function SaveState({ saving }: { saving: Saving }) {
  const t = useT('ui');
  const { timeWithSeconds } = useFormat();
  if (saving.state === 'saving') return <Line tone="plain" icon={<Spinner />} text={t('save.saving')} />;
  if (saving.state === 'kept')
    return <Line tone="kept" icon={<IconDeviceMobileCheck />} text={t('save.kept')} />;
  if (saving.state === 'saved') {
    const text =
      saving.at === null ? (
        t('save.saved')
      ) : (
        <>
          {t('save.savedAt')}{' '}
          <time className="num" translate="no">
            {timeWithSeconds(saving.at)}
          </time>
        </>
      );
    return <Line tone="saved" icon={<IconCloudCheck />} text={text} />;
  }
  const text = saving.retry ? (
    <button type="button" className={classes.retry} onClick={saving.retry}>
      {t('save.failed')}
    </button>
  ) : (
    t('save.failed')
  );
  return <Line tone="failed" icon={<IconCloudX />} text={text} />;
}

function Line({ tone, icon, text }: { tone: string; icon: ReactNode; text: ReactNode }) {
  return (
    <span className={classes.line} data-tone={tone} role="status" translate="no">
      {icon}
      <span>{text}</span>
    </span>
  );
}
