import { IconMessages } from '@tabler/icons-react';
import type { QnaSummary } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Bone } from '../../ui/feedback/skeletons.js';
import { useQnaSessions } from '../room/qna.api.js';
import { CodePad } from '../../ui/join/code-pad.js';
import { SessionCard } from './session-card.js';
import classes from './sessions.module.css';

const GROUPS = ['live', 'upcoming', 'draft', 'ended'] as const;

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
  const query = useQnaSessions('all');
  const none = (
    <EmptyState icon={<IconMessages />} title={t('list.empty')}>
      {t('list.emptyText')}
    </EmptyState>
  );
  return (
    <QueryStates
      query={query}
      texts="qna"
      failed={t('list.failed')}
      loading={
        <div className={classes.cards}>
          {[1, 2, 3].map((row) => (
            <Bone key={row} height={148} />
          ))}
        </div>
      }
      empty={({ pages }) => pages.every(({ items }) => items.length === 0) && none}
    >
      {({ pages }) => (
        <>
          {GROUPS.map((group) => (
            <Group
              key={group}
              group={group}
              sessions={pages.flatMap(({ items }) => items).filter(({ phase }) => phase === group)}
            />
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
      )}
    </QueryStates>
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
