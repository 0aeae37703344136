import { IconCloudCheck, IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { connection, useConnection } from '../../platform/api/connection.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../form/button.js';
import { ConnectionStrip } from './connection-strip.js';
import { Spinner } from '../form/spinner.js';

/** How the link is, in the same words everywhere; nothing while all is well. `stake` says what is at risk. */
export function ConnectionBanner({ stake }: { stake?: ReactNode }) {
  const state = useConnection();
  const t = useT('ui');
  if (state === 'online') return null;
  if (state === 'slow') {
    return <ConnectionStrip state="slow" icon={<Spinner />} text={t('connection.slow')} />;
  }
  if (state === 'back') {
    return <ConnectionStrip state="back" icon={<IconCloudCheck />} text={t('connection.back')} />;
  }
  const retry = (
    <Button size="sm" kind="outline" onClick={connection.tryNow}>
      {t('connection.tryNow')}
    </Button>
  );
  return (
    <ConnectionStrip
      state="offline"
      icon={<IconCloudOff />}
      text={stake ?? t('connection.offline')}
      action={retry}
    />
  );
}
