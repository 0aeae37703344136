import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { connection } from '../../platform/api/connection.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../form/button.js';
import { StateDisc } from './state-disc.js';

type OfflineStateProps = {
  /** Called by itself when the link is back. */
  onRetry: () => void;
  retrying?: boolean;
  headingLevel?: 1 | 2 | 3;
};

/** In place of what cannot be fetched without a network. */
export function OfflineState({ onRetry, retrying, headingLevel }: OfflineStateProps) {
  const t = useT('ui');
  const retry = useRef(onRetry);
  useEffect(() => {
    retry.current = onRetry;
  });
  useEffect(
    () =>
      connection.subscribe(() => {
        if (connection.state() === 'back') retry.current();
      }),
    [],
  );
  return (
    <StateDisc
      icon={<IconCloudOff />}
      tone="warning"
      role="alert"
      headingLevel={headingLevel}
      title={t('offline.title')}
      action={
        <Button icon={<IconRefresh />} onClick={onRetry} busy={retrying} busyText={t('retrying')}>
          {t('retry')}
        </Button>
      }
    >
      {t('offline.text')}
    </StateDisc>
  );
}
