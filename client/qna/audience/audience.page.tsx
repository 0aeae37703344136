import { IconChevronLeft, IconLayoutKanban, IconListDetails } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { useSession } from '../../platform/api/session.js';
import { Chip, LiveBadge } from '../../ui/data/chip.js';
import { ConnectionBanner } from '../../ui/layout/connection-banner.js';
import { LanguageSwitch } from '../../ui/layout/preferences.js';
import { Entrance } from '../gate/entrance.js';
import { usePhase } from '../room/qna.live.js';
import { useQnaSession } from '../room/qna.api.js';
import classes from './audience.module.css';
import { QnaPanel } from './qna-panel.js';

export function Component() {
  const { id = '' } = useParams();
  const t = useT('qna/audience');
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <Header sessionId={id} />
        <ConnectionBanner stake={t('offline')} />
      </div>
      <main id="content" tabIndex={-1} className={classes.main}>
        <QnaPanel key={id} sessionId={id} entrance={<Entrance sessionId={id} />} />
      </main>
    </div>
  );
}

function Header({ sessionId }: { sessionId: string }) {
  const t = useT('qna/audience');
  const { number } = useFormat();
  const { member } = useSession();
  const { data: session } = useQnaSession(sessionId);
  usePageTitle(session?.title ?? t('title'));
  return (
    <header className={classes.header}>
      {member && (
        <Link to="/qna" className={classes.back} aria-label={t('back')}>
          <IconChevronLeft aria-hidden="true" />
        </Link>
      )}
      <div className={classes.titles}>
        <h1>{t('title')}</h1>
        <p>{session?.title}</p>
      </div>
      {session && (
        <nav className={classes.links} aria-label={t('links')}>
          {session.live.present > 1 && (
            <span className={classes.present}>
              {t('present', { count: session.live.present, shown: number(session.live.present) })}
            </span>
          )}
          <Link to={`/qna/${session.id}/ledger`} aria-label={t('ledger')} title={t('ledger')}>
            <IconListDetails aria-hidden="true" />
          </Link>
          {session.can.desk && (
            <Link to={`/qna/${session.id}/desk`} aria-label={t('desk')} title={t('desk')}>
              <IconLayoutKanban aria-hidden="true" />
            </Link>
          )}
        </nav>
      )}
      {!member && <LanguageSwitch compact />}
      {session && <Phase session={session} />}
    </header>
  );
}

function Phase({ session }: { session: QnaSessionView }) {
  const words = useT('qna');
  const t = useT('qna/audience');
  const { time, dayMonth } = useFormat();
  const phase = usePhase(session);
  if (phase === 'live') return <LiveBadge>{words('phase.live')}</LiveBadge>;
  if (phase !== 'upcoming') return <Chip>{words(`phase.${phase}`)}</Chip>;
  const { startsAt } = session;
  return <Chip kind="navy">{t('starts', { time: time(startsAt), day: dayMonth(startsAt) })}</Chip>;
}
