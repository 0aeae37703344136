import type { ContestView, RoundView } from '../../../shared/contest/contest.schema.js';
import { hiddenRoundOf, standingsRoundOf, type FocusRound } from '../round-state.rules.js';
import { StandingsCard } from '../standings/standings-card.js';
import classes from './contest-page.module.css';
import { RankingExplained } from './ranking-explained.js';
import { RoundsPanel } from './rounds-panel.js';
import { RulesDigest } from './rules-digest.js';

type OverviewProps = {
  contest: ContestView;
  now: number;
  focus: FocusRound | null;
  onStart: (round: RoundView) => void;
  onRules: () => void;
};

export function Overview({ contest, now, focus, onStart, onRules }: OverviewProps) {
  const shown = standingsRoundOf(contest.rounds);
  const typical = focus?.round ?? contest.rounds.at(-1);
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <RoundsPanel rounds={contest.rounds} now={now} focus={focus} onStart={onStart} />
        {typical && <RulesDigest round={typical} onRules={contest.rules === '' ? null : onRules} />}
        {contest.rounds.length > 0 && <RankingExplained round={shown} />}
      </div>
      <div className={classes.column}>
        <StandingsCard contestId={contest.id} round={shown} hidden={hiddenRoundOf(contest.rounds, now)} />
      </div>
    </div>
  );
}
