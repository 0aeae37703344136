import { IconDatabase } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SupplyView } from '../../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { ButtonLink } from '../../../ui/form/button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { QueryStates } from '../../../ui/feedback/query-states.js';
import { Panel } from '../../../ui/layout/panel.js';
import { Bone } from '../../../ui/feedback/skeletons.js';
import { useBuilder } from '../draft/builder-context.js';
import { useSupply } from '../draft/builder.api.js';
import { LockedFields } from './locked-fields.js';
import { MatrixTable } from '../paper/matrix-table.js';
import { matrixOf, withCell, type Matrix as PaperMatrix } from '../paper/matrix.rules.js';
import classes from './paper-step.module.css';
import { PreviewPanel } from '../paper/preview-panel.js';
import { SupplyNotices } from '../paper/supply-notices.js';

/** How many questions of each topic and level a paper has, beside a paper drawn from it. */
export function PaperStep() {
  const { round } = useBuilder();
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        <Matrix />
      </div>
      <PreviewPanel key={round.id} />
    </div>
  );
}

function Matrix() {
  const t = useT('contest/builder');
  const { round } = useBuilder();
  return (
    <QueryStates
      query={useSupply(round.id)}
      texts="contest/builder"
      failed={t('paper.failed')}
      loading={
        <div className={classes.bones}>
          {[1, 2, 3, 4, 5].map((row) => (
            <Bone key={row} height={52} />
          ))}
        </div>
      }
      frame={(instead) => <Panel>{instead}</Panel>}
    >
      {({ items }) => <Counts supply={items} />}
    </QueryStates>
  );
}

function Counts({ supply }: { supply: SupplyView['items'] }) {
  const t = useT('contest/builder');
  const { settings, change } = useBuilder();
  const matrix = useMemo(() => matrixOf(settings.blueprint, supply), [settings.blueprint, supply]);
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
    <>
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
    </>
  );
}

/** How many of the paper's questions the bank can fill. */
function PaperTotal({ matrix }: { matrix: PaperMatrix }) {
  const t = useT('contest/builder');
  const { number } = useFormat();
  const { filled, total, state } = matrix;
  return (
    <p className={classes.total} data-state={state} role="status">
      <b className="num" translate="no">{`${number(filled)}/${number(total)}`}</b>
      <span>{t(`paper.total.${state}`)}</span>
    </p>
  );
}
