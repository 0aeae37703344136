import { IconUsers } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useFailureText } from '../../../platform/api/errors.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { ErrorState } from '../../../ui/feedback/error-state.js';
import { Panel } from '../../../ui/layout/panel.js';
import { ProgressBar } from '../../../ui/feedback/progress-bar.js';
import { Loading, RowBones } from '../../../ui/feedback/skeletons.js';
import { useBuilder } from '../draft/builder-context.js';
import { useUnitProgress } from '../draft/builder.api.js';
import classes from './run-step.module.css';
import { byUnit, type UnitRow } from './unit-progress.rules.js';

/** How many of each unit have entered; a unit opens to show who has not, to be reminded. */
export function UnitProgressPanel() {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const { round } = useBuilder();
  const progress = useUnitProgress(round.id);
  const units = useMemo(() => byUnit(progress.data?.items ?? []), [progress.data]);
  return (
    <Panel title={t('progress.title')}>
      {progress.isPending && (
        <Loading onRetry={() => void progress.refetch()}>
          <RowBones rows={4} />
        </Loading>
      )}
      {progress.isError && !progress.data && (
        <ErrorState
          title={t('progress.failed')}
          onRetry={() => void progress.refetch()}
          retrying={progress.isFetching}
        >
          {explain(progress.error)}
        </ErrorState>
      )}
      {progress.data && units.length === 0 && <EmptyState icon={<IconUsers />} title={t('progress.empty')} />}
      <div className={classes.units}>
        {units.map((unit) => (
          <Unit key={unit.unit} row={unit} />
        ))}
      </div>
    </Panel>
  );
}

function Unit({ row }: { row: UnitRow }) {
  const t = useT('contest/builder');
  const { number } = useFormat();
  const { unit, entered, total, missing } = row;
  return (
    <details>
      <summary>
        <b>{unit}</b>
        <ProgressBar value={entered} max={total} label={t('progress.label', { unit })} size="sm" />
        <span className="num">{`${number(entered)}/${number(total)}`}</span>
      </summary>
      <ul>
        {missing.map((person) => (
          <li key={person.memberId}>{person.fullName}</li>
        ))}
        {missing.length === 0 && <li>{t('progress.all')}</li>}
      </ul>
    </details>
  );
}
