import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { connection } from '../platform/api/connection.js';
import { useT } from '../platform/text/i18n.js';
import { usePageTitle } from '../platform/page/page-title.js';
import { Button } from '../ui/form/button.js';
import { LanguageSwitch } from '../ui/layout/preferences.js';
import { OfflineState } from '../ui/feedback/offline-state.js';
import { MissingState } from '../ui/feedback/refusal-states.js';
import { StateDisc } from '../ui/feedback/state-disc.js';
import classes from './error-pages.module.css';

/** For an address that no page has. */
export function NotFoundPage() {
  return (
    <div className={classes.frame}>
      <MissingState page />
    </div>
  );
}

/** A file of the page could not be fetched; that went past whoever watches the connection. */
function OfflinePage() {
  const t = useT('ui');
  useEffect(() => connection.lost(), []);
  return (
    <ErrorFrame title={t('offline.title')}>
      <OfflineState headingLevel={1} onRetry={reload} />
    </ErrorFrame>
  );
}

function ServerErrorPage() {
  const t = useT('app');
  return (
    <ErrorFrame title={t('serverError.title')}>
      <StateDisc
        icon={<IconPlugConnectedX />}
        tone="danger"
        headingLevel={1}
        title={t('serverError.title')}
        action={
          <>
            <Button kind="primary" icon={<IconRefresh />} onClick={reload}>
              {t('serverError.retry')}
            </Button>
            <Button onClick={() => location.assign('/')}>{t('toHome')}</Button>
          </>
        }
      >
        {t('serverError.text')} {t('serverError.safe')}
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
      <main id="content" tabIndex={-1}>
        <WhatWasThrown />
      </main>
    </>
  );
}

function WhatWasThrown() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  // A chunk that cannot be fetched: no network, or a new release took the old files away.
  const chunkIsGone = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return chunkIsGone ? <OfflinePage /> : <ServerErrorPage />;
}

function ErrorFrame({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return <div className={classes.frame}>{children}</div>;
}
