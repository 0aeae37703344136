import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useLongDates } from '../../platform/text/long-dates.js';
import { ConnectionBanner } from '../../ui/layout/connection-banner.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import { SessionGate } from '../gate/session-gate.js';
import { EntryList } from './entry-list.js';
import { ExportLinks } from './export-links.js';
import { useLedger } from './ledger.api.js';
import classes from './ledger.module.css';
import { LedgerNumbers } from './ledger-numbers.js';

export function Component() {
  const { id = '' } = useParams();
  return (
    <SessionGate key={id} sessionId={id}>
      {(session) => <Ledger session={session} />}
    </SessionGate>
  );
}

/** Every question of a session and what became of it, for everybody who took part. */
function Ledger({ session }: { session: QnaSessionView }) {
  const t = useT('qna/ledger');
  const { time } = useFormat();
  const { longDate } = useLongDates();
  return (
    <div className={classes.ledger}>
      <ConnectionBanner />
      <main id="content" tabIndex={-1}>
        <Link to={`/qna/${session.id}`} className={classes.back}>
          <IconArrowLeft aria-hidden="true" />
          {t('back')}
        </Link>
        <PageHeader
          title={t('title', { title: session.title })}
          subtitle={t('when', { day: longDate(session.startsAt), time: time(session.startsAt) })}
          actions={<ExportLinks sessionId={session.id} />}
        />
        <Content session={session} />
      </main>
    </div>
  );
}

function Content({ session }: { session: QnaSessionView }) {
  const t = useT('qna/ledger');
  const query = useLedger(session.id);
  const { data, error, hasNextPage } = query;
  const entries = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  // Every page carries the statistics of the whole session; the newest page has the newest.
  const statistics = data?.pages.at(-1)?.statistics;
  return (
    <QueryStates query={query} texts="qna" failed={t('failed')} loading={<PageBones />}>
      {() =>
        statistics && (
          <>
            <LedgerNumbers statistics={statistics} />
            <EntryList
              entries={entries}
              statistics={statistics}
              isLoading={hasNextPage && !error}
              mayOpen={session.can.open}
            />
          </>
        )
      }
    </QueryStates>
  );
}
