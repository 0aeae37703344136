import { IconLock } from '@tabler/icons-react';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { ButtonLink } from '../../../ui/form/button.js';
import { useBuilder } from '../draft/builder-context.js';
import classes from '../draft/save-trouble.module.css';

/** Why nothing can be changed here any more, and what still can be done elsewhere. */
export function LockNotice() {
  const t = useT('contest/builder');
  const { view, locked, addressOf } = useBuilder();
  const { dateTime } = useFormat();
  return (
    <div className={classes.place}>
      <Banner
        icon={<IconLock aria-hidden="true" />}
        action={
          locked === 'published' && (
            <ButtonLink size="sm" to={addressOf('run')}>
              {t('lock.toRun')}
            </ButtonLink>
          )
        }
      >
        {locked === 'published' && t('lock.published')}
        {locked === 'cancelled' && t('lock.cancelled')}{' '}
        {view.cancellation &&
          t('lock.reason', { at: dateTime(view.cancellation.at), reason: view.cancellation.reason })}
      </Banner>
    </div>
  );
}
