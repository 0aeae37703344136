import { IconDatabase } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { ButtonLink } from '../../../ui/form/button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { ErrorState } from '../../../ui/feedback/error-state.js';
import { Panel } from '../../../ui/layout/panel.js';
import { Bone, Loading } from '../../../ui/feedback/skeletons.js';
import { useBuilder } from '../draft/builder-context.js';
import { useSupply } from '../draft/builder.api.js';
import { LockedFields } from './locked-fields.js';
import { MatrixTable } from '../paper/matrix-table.js';
import { matrixOf, withCell } from '../paper/matrix.rules.js';
import classes from './paper-step.module.css';
import { PaperTotal } from '../paper/paper-total.js';
import { PreviewPanel } from '../paper/preview-panel.js';
import { SupplyNotices } from '../paper/supply-notices.js';

/** How many questions of each topic and level a paper has, beside a paper drawn from it. */
export function PaperStep() {
  const { round } = useBuilder();
  return (
    <div className={classes.grid}>
      <Matrix />
      <PreviewPanel key={round.id} />
    </div>
  );
}

function Matrix() {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const { round, settings, change } = useBuilder();
  const supply = useSupply(round.id);
  const items = supply.data?.items;
  const matrix = useMemo(() => matrixOf(settings.blueprint, items ?? []), [settings.blueprint, items]);
  if (supply.isError && !items) {
    return (
      <Panel>
        <ErrorState
          title={t('paper.failed')}
          onRetry={() => void supply.refetch()}
          retrying={supply.isFetching}
        >
          {explain(supply.error)}
        </ErrorState>
      </Panel>
    );
  }
  if (!items) {
    return (
      <Panel>
        <Loading onRetry={() => void supply.refetch()}>
          <div className={classes.bones}>
            {[1, 2, 3, 4, 5].map((row) => (
              <Bone key={row} height={52} />
            ))}
          </div>
        </Loading>
      </Panel>
    );
  }
  if (matrix.rows.length === 0) {
    return (
      <Panel>
        <EmptyState
          icon={<IconDatabase />}
          title={t('paper.empty')}
          action={<ButtonLink to="/organise/questions">{t('paper.toBank')}</ButtonLink>}
        >
          {t('paper.emptyText')}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <div className={classes.column}>
      <Panel kind="flush">
        <header className={classes.head}>
          <div>
            <h2>{t('paper.title')}</h2>
            <p>{t('paper.subtitle')}</p>
          </div>
          <PaperTotal matrix={matrix} />
        </header>
        <LockedFields>
          <MatrixTable
            matrix={matrix}
            onSet={(cell) => change({ blueprint: withCell(settings.blueprint, cell) })}
          />
        </LockedFields>
      </Panel>
      <SupplyNotices matrix={matrix} />
    </div>
  );
}
