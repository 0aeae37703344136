import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { UnitProgress } from '../../../../shared/contest/standings.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { QueryStates } from '../../../ui/feedback/query-states.js';
import { Panel } from '../../../ui/layout/panel.js';
import { ProgressBar } from '../../../ui/feedback/progress-bar.js';
import { RowBones } from '../../../ui/feedback/skeletons.js';
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
  const { round } = useBuilder();
  return (
    <QueryStates
      query={useUnitProgress(round.id, below)}
      texts="contest/builder"
      failed={t('progress.failed')}
      loading={<RowBones rows={4} />}
      empty={({ items }) =>
        items.length === 0 && <EmptyState icon={<IconUsers />} title={t('progress.empty')} />
      }
    >
      {({ items }) => (
        <div className={classes.units}>
          {items.map((unit) => (
            // Where there is but one at the top, what is of interest is below it.
            <Unit key={unit.unitId} row={unit} opened={items.length === 1 && unit.hasUnits} />
          ))}
        </div>
      )}
    </QueryStates>
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
        <span className="num" translate="no">{`${number(entered)}/${number(total)}`}</span>
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
  const { round } = useBuilder();
  const people = useMissingPeople(round.id, unitId);
  return (
    <QueryStates
      query={people}
      texts="contest/builder"
      failed={t('progress.failed')}
      loading={<RowBones rows={2} />}
    >
      {({ pages }) => (
        <>
          <ul>
            {pages.flatMap(({ items }) =>
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
      )}
    </QueryStates>
  );
}
