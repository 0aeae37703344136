import { IconMailOpened } from '@tabler/icons-react';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { Panel } from '../../ui/layout/panel.js';
import { Loading, RowBones } from '../../ui/feedback/skeletons.js';
import { useOpenings } from './keys.api.js';
import classes from './keys.module.css';
import { OpeningCard } from './opening-card.js';

/** Names that somebody wants to know, in the sessions whose keys one holds. */
export function OpeningsPanel() {
  const t = useT('qna/keys');
  const explain = useFailureText('qna');
  const list = useOpenings();
  const retry = () => void list.refetch();
  return (
    <Panel title={t('openings.title')}>
      <p className={classes.text}>{t('openings.how')}</p>
      {list.isPending && (
        <Loading onRetry={retry}>
          <RowBones rows={3} />
        </Loading>
      )}
      {list.isError && !list.data && (
        <ErrorState title={t('openings.failed')} onRetry={retry} retrying={list.isFetching}>
          {explain(list.error)}
        </ErrorState>
      )}
      {list.data?.items.length === 0 && (
        <EmptyState icon={<IconMailOpened />} title={t('openings.empty')}>
          {t('openings.emptyText')}
        </EmptyState>
      )}
      {list.data && list.data.items.length > 0 && (
        <ul className={classes.openings}>
          {list.data.items.map((opening) => (
            <OpeningCard key={opening.id} opening={opening} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
