import { IconCloudOff, IconLock, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiFailure, isFailure } from '../platform/api/api-failure.js';
import { connection } from '../platform/api/connection.js';
import { useT } from '../platform/text/i18n.js';
import { usePageTitle } from '../platform/page/page-title.js';
import { Button, ButtonLink } from '../ui/form/button.js';
import { LanguageSwitch } from '../ui/layout/preferences.js';
import { StateDisc } from '../ui/feedback/state-disc.js';
import classes from './error-pages.module.css';
import { NotFoundPage } from './not-found-page.js';

export function ForbiddenPage() {
  const t = useT('app');
  return (
    <ErrorFrame title={t('forbidden.title')}>
      <StateDisc
        icon={<IconLock />}
        tone="warning"
        headingLevel={1}
        title={t('forbidden.title')}
        action={
          <ButtonLink kind="primary" to="/">
            {t('toHome')}
          </ButtonLink>
        }
      >
        {t('forbidden.text')}
      </StateDisc>
    </ErrorFrame>
  );
}

/** Goes on by itself when the network is back: the address keeps where one was going. */
export function OfflinePage({ onRetry }: { onRetry: () => void }) {
  const t = useT('app');
  // A file that could not be fetched went past whoever watches the connection.
  useEffect(() => connection.lost(), []);
  useEffect(
    () =>
      connection.subscribe(() => {
        if (connection.state() === 'back') onRetry();
      }),
    [onRetry],
  );
  return (
    <ErrorFrame title={t('offline.title')}>
      <StateDisc
        icon={<IconCloudOff />}
        tone="warning"
        headingLevel={1}
        title={t('offline.title')}
        action={
          <Button kind="primary" icon={<IconRefresh />} onClick={onRetry}>
            {t('offline.retry')}
          </Button>
        }
      >
        {t('offline.text')}
      </StateDisc>
    </ErrorFrame>
  );
}

type ServerErrorProps = { error: unknown; onRetry: () => void };

export function ServerErrorPage({ error, onRetry }: ServerErrorProps) {
  const t = useT('app');
  const requestId = error instanceof ApiFailure ? error.requestId : '';
  return (
    <ErrorFrame title={t('serverError.title')}>
      <StateDisc
        icon={<IconPlugConnectedX />}
        tone="danger"
        headingLevel={1}
        title={t('serverError.title')}
        action={
          <>
            <Button kind="primary" icon={<IconRefresh />} onClick={onRetry}>
              {t('serverError.retry')}
            </Button>
            <Button onClick={() => location.assign('/')}>{t('toHome')}</Button>
          </>
        }
      >
        {t('serverError.text')}
        {requestId !== '' && <span className={classes.code}>{t('serverError.code', { requestId })}</span>}
      </StateDisc>
    </ErrorFrame>
  );
}

const reload = () => location.reload();

/** What a page threw while it was loaded or drawn. */
export function RootErrorPage() {
  return (
    <>
      <LanguageSwitch className={classes.language} />
      <WhatWasThrown />
    </>
  );
}

function WhatWasThrown() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  if (isFailure(error, 'not_found')) return <NotFoundPage />;
  if (isFailure(error, 'auth.forbidden')) return <ForbiddenPage />;
  // A chunk that cannot be fetched: no network, or a new release took the old files away.
  const chunkIsGone = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  if (isFailure(error, 'network') || chunkIsGone) return <OfflinePage onRetry={reload} />;
  return <ServerErrorPage error={error} onRetry={reload} />;
}

function ErrorFrame({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return <div className={classes.frame}>{children}</div>;
}
