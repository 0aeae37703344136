import { IconMessageQuestion, IconPlus } from '@tabler/icons-react';
import { useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { useQnaSessions } from '../room/qna.api.js';
import classes from './organise.module.css';
import { SessionTable } from './session-table.js';

/** The question sessions one leads or manages, and the way to a new one. */
export function Component() {
  const t = useT('qna/organise');
  return (
    <>
      <PageHeader
        title={t('list.title')}
        subtitle={t('list.subtitle')}
        actions={
          <>
            <ButtonLink to="/qna/keys">{t('list.keys')}</ButtonLink>
            <ButtonLink kind="primary" icon={<IconPlus />} to="/organise/qna/new">
              {t('list.create')}
            </ButtonLink>
          </>
        }
      />
      <Panel kind="flush">
        <Sessions />
      </Panel>
    </>
  );
}

function Sessions() {
  const t = useT('qna/organise');
  const list = useQnaSessions('mine');
  const none = (
    <EmptyState
      icon={<IconMessageQuestion />}
      title={t('list.empty')}
      headingLevel={2}
      action={
        <ButtonLink to="/organise/qna/new" icon={<IconPlus />}>
          {t('list.create')}
        </ButtonLink>
      }
    >
      {t('list.emptyText')}
    </EmptyState>
  );
  return (
    <QueryStates
      query={list}
      texts="qna"
      failed={t('list.failed')}
      loading={
        <div className={classes.bones}>
          <RowBones rows={5} />
        </div>
      }
      empty={({ pages }) => pages.every(({ items }) => items.length === 0) && none}
    >
      {({ pages }) => (
        <>
          <SessionTable rows={pages.flatMap(({ items }) => items)} />
          {list.hasNextPage && (
            <div className={classes.more}>
              <Button
                busy={list.isFetchingNextPage}
                busyText={t('list.loading')}
                onClick={() => void list.fetchNextPage()}
              >
                {t('list.more')}
              </Button>
            </div>
          )}
        </>
      )}
    </QueryStates>
  );
}
