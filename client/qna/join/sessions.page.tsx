import { IconMessages } from '@tabler/icons-react';
import type { QnaSummary } from '../../../shared/qna/session.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import { useQnaSessions } from '../room/qna.api.js';
import { CodePad } from '../../ui/join/code-pad.js';
import { SessionCard } from './session-card.js';
import classes from './sessions.module.css';

const GROUPS = ['live', 'upcoming', 'ended'] as const;

export function Component() {
  const t = useT('qna/join');
  return (
    <>
      <PageHeader title={t('list.title')} subtitle={t('list.subtitle')} />
      <div className={classes.page}>
        <CodePad size="card" />
        <Sessions />
      </div>
    </>
  );
}

function Sessions() {
  const t = useT('qna/join');
  const explain = useFailureText('qna');
  const query = useQnaSessions('all');
  const retry = () => void query.refetch();
  const sessions = query.data?.pages.flatMap((page) => page.items);
  if (!sessions) {
    if (query.error) {
      return (
        <ErrorState title={t('list.failed')} onRetry={retry} retrying={query.isFetching}>
          {explain(query.error)}
        </ErrorState>
      );
    }
    return (
      <Loading onRetry={retry}>
        <div className={classes.cards}>
          {[1, 2, 3].map((row) => (
            <Bone key={row} height={148} />
          ))}
        </div>
      </Loading>
    );
  }
  if (sessions.length === 0) {
    return (
      <EmptyState icon={<IconMessages />} title={t('list.empty')}>
        {t('list.emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      {GROUPS.map((group) => (
        <Group key={group} group={group} sessions={sessions.filter(({ phase }) => phase === group)} />
      ))}
      {query.hasNextPage && (
        <Button
          className={classes.more}
          busy={query.isFetchingNextPage}
          busyText={t('list.loadingMore')}
          onClick={() => void query.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </>
  );
}

function Group({ group, sessions }: { group: (typeof GROUPS)[number]; sessions: QnaSummary[] }) {
  const t = useT('qna/join');
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby={`qna-${group}`}>
      <h2 id={`qna-${group}`} className={classes.groupTitle}>
        {t(`list.groups.${group}`)}
      </h2>
      <ul className={classes.cards}>
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
      </ul>
    </section>
  );
}
