import { IconCalendarOff } from '@tabler/icons-react';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { TurnoutRounds } from '../../../shared/contest/turnout.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { Bone, RowBones } from '../../ui/feedback/skeletons.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { RoundCard } from './round-card.js';
import { RoundChoice } from './round-choice.js';
import { RoundPeople } from './round-people.js';
import { SubUnits } from './sub-units.js';
import { useTurnoutRounds } from './turnout.api.js';
import classes from './turnout.module.css';
import { useAsked } from './use-asked.js';

/** Who of the own units has entered the rounds that go on, and who is to be reminded. */
export function Component() {
  const t = useT('contest/turnout');
  const { asked } = useAsked();
  const query = useTurnoutRounds(asked.unit);
  return (
    <>
      <PageHeader title={t('title')} subtitle={query.data && <Scope rounds={query.data} />} />
      <QueryStates
        query={query}
        texts="contest/turnout"
        failed={t('failed.rounds')}
        loading={<Bones />}
        empty={({ items, units }) =>
          items.length === 0 && (
            <Panel>
              <UnitChoice units={units} />
              <EmptyState icon={<IconCalendarOff />} title={t('noRound')}>
                {t('noRoundText')}
              </EmptyState>
            </Panel>
          )
        }
      >
        {(rounds) => <Rounds rounds={rounds} />}
      </QueryStates>
    </>
  );
}

function Scope({ rounds: { units, people, unitsBelow } }: { rounds: TurnoutRounds }) {
  const t = useT('contest/turnout');
  const { number } = useFormat();
  const { asked } = useAsked();
  const named =
    units.find(({ unitId }) => unitId === asked.unit) ?? (units.length === 1 ? units[0] : undefined);
  return [
    named?.name ?? t('allUnits', { count: units.length }),
    unitsBelow > 0 && t('unitsBelow', { count: unitsBelow, units: number(unitsBelow) }),
    t('people', { count: people, people: number(people) }),
  ]
    .filter(Boolean)
    .join(', ');
}

function Rounds({ rounds: { items, units } }: { rounds: TurnoutRounds }) {
  const { asked, ask } = useAsked();
  const [choosing, setChoosing] = useState(false);
  const chosen = items.find(({ roundId }) => roundId === asked.round) ?? items[0];
  if (!chosen) return null;
  const choose = (round: string) => ask({ round, state: 'missing', q: '' });
  return (
    <div className={classes.grid}>
      <div className={classes.rounds}>
        <UnitChoice units={units} />
        {items.map((round) => (
          <RoundCard
            key={round.roundId}
            round={round}
            isChosen={round === chosen}
            onChoose={() => choose(round.roundId)}
            onChange={items.length > 1 ? () => setChoosing(true) : undefined}
          />
        ))}
        <SubUnits round={chosen} unit={asked.unit} />
      </div>
      <RoundPeople key={chosen.roundId} round={chosen} />
      <RoundChoice
        open={choosing}
        rounds={items}
        onClose={() => setChoosing(false)}
        onChoose={(round) => {
          setChoosing(false);
          choose(round);
        }}
      />
    </div>
  );
}

/** Who looks after one unit has nothing to choose. */
function UnitChoice({ units }: Pick<TurnoutRounds, 'units'>) {
  const t = useT('contest/turnout');
  const { asked, ask } = useAsked();
  if (units.length < 2) return null;
  return (
    <NativeSelect
      label={t('unitChoice')}
      value={asked.unit}
      onChange={(event) => ask({ unit: event.currentTarget.value, q: '' })}
    >
      <option value="">{t('allUnits', { count: units.length })}</option>
      {units.map(({ unitId, name }) => (
        <option key={unitId} value={unitId}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}

function Bones() {
  return (
    <div className={classes.grid}>
      <div className={classes.rounds}>
        <Bone height={150} />
        <Bone height={150} />
      </div>
      <Panel>
        <RowBones rows={8} />
      </Panel>
    </div>
  );
}
