import type { TurnoutCounts, TurnoutState } from '../../../shared/contest/turnout.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Segmented } from '../../ui/form/segmented.js';
import classes from './turnout.module.css';

type StateTabsProps = {
  value: TurnoutState;
  counts: TurnoutCounts;
  onChange: (state: TurnoutState) => void;
};

const STATES: readonly TurnoutState[] = ['missing', 'running', 'done'];

export function StateTabs({ value, counts, onChange }: StateTabsProps) {
  const t = useT('contest/turnout');
  const { number } = useFormat();
  return (
    <div className={classes.tabs}>
      <Segmented
        label={t('states.label')}
        value={value}
        onChange={onChange}
        options={STATES.map((state) => ({
          value: state,
          label: `${t(`states.${state}`)} ${number(counts[state])}`,
        }))}
      />
    </div>
  );
}
