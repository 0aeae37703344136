import { IconCompass } from '@tabler/icons-react';
import { useT } from '../platform/text/i18n.js';
import { usePageTitle } from '../platform/page/page-title.js';
import { ButtonLink } from '../ui/form/button.js';
import { StateDisc } from '../ui/feedback/state-disc.js';
import classes from './error-pages.module.css';

export function NotFoundPage() {
  const t = useT('app');
  usePageTitle(t('notFound.title'));
  return (
    <div className={classes.frame}>
      <StateDisc
        icon={<IconCompass />}
        headingLevel={1}
        title={t('notFound.title')}
        action={
          <>
            <ButtonLink kind="primary" to="/">
              {t('toHome')}
            </ButtonLink>
            <ButtonLink to="/contests">{t('toContests')}</ButtonLink>
          </>
        }
      >
        {t('notFound.text')}
      </StateDisc>
    </div>
  );
}
