import { IconMailOpened } from '@tabler/icons-react';
import { useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { Panel } from '../../ui/layout/panel.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { useOpenings } from './keys.api.js';
import classes from './keys.module.css';
import { OpeningCard } from './opening-card.js';

/** Names that somebody wants to know, in the sessions whose keys one holds. */
export function OpeningsPanel() {
  const t = useT('qna/keys');
  const none = (
    <EmptyState icon={<IconMailOpened />} title={t('openings.empty')}>
      {t('openings.emptyText')}
    </EmptyState>
  );
  return (
    <Panel title={t('openings.title')}>
      <p className={classes.text}>{t('openings.how')}</p>
      <QueryStates
        query={useOpenings()}
        texts="qna"
        failed={t('openings.failed')}
        loading={<RowBones rows={3} />}
        empty={({ items }) => items.length === 0 && none}
      >
        {({ items }) => (
          <ul className={classes.openings}>
            {items.map((opening) => (
              <OpeningCard key={opening.id} opening={opening} />
            ))}
          </ul>
        )}
      </QueryStates>
    </Panel>
  );
}
