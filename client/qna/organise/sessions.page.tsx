import { IconMessageQuestion, IconPlus } from '@tabler/icons-react';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { Loading, RowBones } from '../../ui/feedback/skeletons.js';
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
  const explain = useFailureText('qna');
  const list = useQnaSessions('mine');
  if (list.isPending) {
    return (
      <Loading onRetry={() => void list.refetch()}>
        <div className={classes.bones}>
          <RowBones rows={5} />
        </div>
      </Loading>
    );
  }
  if (list.isError && !list.data) {
    return (
      <ErrorState title={t('list.failed')} onRetry={() => void list.refetch()} retrying={list.isFetching}>
        {explain(list.error)}
      </ErrorState>
    );
  }
  const rows = list.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    return (
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
  }
  return (
    <>
      <SessionTable rows={rows} />
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
  );
}
