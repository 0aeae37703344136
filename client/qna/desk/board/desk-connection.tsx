import { IconCloudOff } from '@tabler/icons-react';
import { connection } from '../../../platform/connection.js';
import { useFormat, useT } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { ConnectionBanner } from '../../../ui/connection-banner.js';
import { ConnectionStrip } from '../../../ui/connection-strip.js';
import { useDesk } from '../desk-context.js';

/** How the link is. While nothing arrives: since when, and that nothing can be done until it does again. */
export function DeskConnection() {
  const t = useT('desk');
  const { timeWithSeconds } = useFormat();
  const { offlineSince } = useDesk();
  if (offlineSince === null) return <ConnectionBanner />;
  return (
    <ConnectionStrip
      state="offline"
      icon={<IconCloudOff />}
      text={t('offline.banner', { time: timeWithSeconds(offlineSince) })}
      action={
        <Button size="sm" kind="outline" onClick={connection.tryNow}>
          {t('offline.tryNow')}
        </Button>
      }
    />
  );
}
