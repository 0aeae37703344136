import { IconLock } from '@tabler/icons-react';
import { useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { ButtonLink } from '../../../ui/form/button.js';
import { useBuilder } from '../draft/builder-context.js';
import classes from '../draft/save-trouble.module.css';

/** Why nothing can be changed here any more, and what still can be done elsewhere. */
export function LockNotice() {
  const t = useT('contest/builder');
  const { locked, addressOf } = useBuilder();
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
        {locked === 'cancelled' ? t('lock.cancelled') : t('lock.published')}
      </Banner>
    </div>
  );
}
