import { IconLock } from '@tabler/icons-react';
import { useT } from '../../platform/i18n.js';
import { Banner } from '../../ui/banner.js';
import { ButtonLink } from '../../ui/button.js';
import { useBuilder } from './builder-context.js';
import classes from './save-trouble.module.css';

/** Why nothing can be changed here any more, and what still can be done elsewhere. */
export function LockNotice() {
  const t = useT('builder');
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
