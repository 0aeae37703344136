import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { UnitProgress } from '../../../../shared/contest/standings.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { ErrorState } from '../../../ui/feedback/error-state.js';
import { Panel } from '../../../ui/layout/panel.js';
import { ProgressBar } from '../../../ui/feedback/progress-bar.js';
import { Loading, RowBones } from '../../../ui/feedback/skeletons.js';
import { useBuilder } from '../draft/builder-context.js';
import { useMissingPeople, useUnitProgress } from '../draft/builder.api.js';
import classes from './run-step.module.css';

type UnitRow = UnitProgress['items'][number];

/** How many of each unit have entered; a unit opens to show those below it, and who has not, to be reminded. */
export function UnitProgressPanel() {
  const t = useT('contest/builder');
  return (
    <Panel title={t('progress.title')}>
      <UnitList />
    </Panel>
  );
}

/** The units right below one, or the topmost ones. */
function UnitList({ below }: { below?: string }) {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const { round } = useBuilder();
  const progress = useUnitProgress(round.id, below);
  if (progress.data) {
    const units = progress.data.items;
    if (units.length === 0) return <EmptyState icon={<IconUsers />} title={t('progress.empty')} />;
    return (
      <div className={classes.units}>
        {units.map((unit) => (
          // Where there is but one at the top, what is of interest is below it.
          <Unit key={unit.unitId} row={unit} opened={units.length === 1 && unit.hasUnits} />
        ))}
      </div>
    );
  }
  if (progress.isError)
    return (
      <ErrorState
        title={t('progress.failed')}
        onRetry={() => void progress.refetch()}
        retrying={progress.isFetching}
      >
        {explain(progress.error)}
      </ErrorState>
    );
  return (
    <Loading onRetry={() => void progress.refetch()}>
      <RowBones rows={4} />
    </Loading>
  );
}

function Unit({ row, opened }: { row: UnitRow; opened: boolean }) {
  const t = useT('contest/builder');
  const { number } = useFormat();
  const [isOpen, setIsOpen] = useState(opened);
  const { unitId, name, entered, total, missing, hasUnits } = row;
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <b>{name}</b>
        <ProgressBar value={entered} max={total} label={t('progress.label', { unit: name })} size="sm" />
        <span className="num">{`${number(entered)}/${number(total)}`}</span>
      </summary>
      {isOpen && (
        <div className={classes.below}>
          {hasUnits && <UnitList below={unitId} />}
          {missing > 0 && <MissingPeople unitId={unitId} />}
          {entered === total && <p className={classes.all}>{t('progress.all')}</p>}
        </div>
      )}
    </details>
  );
}

/** A unit's own people who have not entered. */
function MissingPeople({ unitId }: { unitId: string }) {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const { round } = useBuilder();
  const people = useMissingPeople(round.id, unitId);
  if (people.isError && !people.data)
    return (
      <ErrorState
        title={t('progress.failed')}
        onRetry={() => void people.refetch()}
        retrying={people.isFetching}
      >
        {explain(people.error)}
      </ErrorState>
    );
  if (!people.data)
    return (
      <Loading onRetry={() => void people.refetch()}>
        <RowBones rows={2} />
      </Loading>
    );
  return (
    <>
      <ul>
        {people.data.pages.flatMap(({ items }) =>
          items.map((person) => <li key={person.memberId}>{person.fullName}</li>),
        )}
      </ul>
      {people.hasNextPage && (
        <Button
          busy={people.isFetchingNextPage}
          busyText={t('list.loading')}
          onClick={() => void people.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
