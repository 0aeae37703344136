import { Link } from 'react-router';
import { useT } from '../../../platform/text/i18n.js';
import { useBuilder } from '../draft/builder-context.js';
import classes from './round-tabs.module.css';
import type { Step } from '../draft/steps.rules.js';

/** The rounds of a contest with several; each step is of one of them. */
export function RoundTabs({ step }: { step: Step }) {
  const t = useT('contest/builder');
  const { view, round, settingsOfRound, addressOf } = useBuilder();
  if (view.rounds.length < 2) return null;
  return (
    <nav className={classes.tabs} aria-label={t('rounds.title')}>
      {view.rounds.map((one) => (
        <Link
          key={one.id}
          to={addressOf(step, one.id)}
          aria-current={one.id === round.id ? 'true' : undefined}
          preventScrollReset
        >
          {settingsOfRound(one.id)?.title.trim() || t('rounds.ordinal', { number: one.ordinal })}
        </Link>
      ))}
    </nav>
  );
}
