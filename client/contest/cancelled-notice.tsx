import { IconBan } from '@tabler/icons-react';
import type { Cancellation } from '../../shared/contest/contest-life.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { Banner } from '../ui/feedback/banner.js';
import classes from './cancelled-notice.module.css';

/** Why and when a contest was ended early, for everybody it concerns. */
export function CancelledNotice({ cancellation }: { cancellation: Cancellation }) {
  const t = useT('contest');
  const { dateTime } = useFormat();
  return (
    <div className={classes.place}>
      <Banner tone="danger" icon={<IconBan aria-hidden="true" />}>
        <b>{t('cancelled.title', { at: dateTime(cancellation.at) })}</b>{' '}
        {t('cancelled.reason', { reason: cancellation.reason })}
      </Banner>
    </div>
  );
}
