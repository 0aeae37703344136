import { IconCloudOff } from '@tabler/icons-react';
import { connection } from '../../../platform/api/connection.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { ConnectionBanner } from '../../../ui/layout/connection-banner.js';
import { ConnectionStrip } from '../../../ui/layout/connection-strip.js';
import { useDesk } from '../state/desk-context.js';

/** How the link is. While nothing arrives: since when, and that nothing can be done until it does again. */
export function DeskConnection() {
  const t = useT('qna/desk');
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
