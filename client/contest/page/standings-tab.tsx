import { IconTrophy } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import type { ContestView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Segmented } from '../../ui/form/segmented.js';
import { standingsRoundOf } from '../round-state.rules.js';
import { RoundStandings } from '../standings/round-standings.js';
import classes from './standings-tab.module.css';

/** The standings of a round of the reader's choice; which one stands in the address. */
export function StandingsTab({ contest }: { contest: ContestView }) {
  const t = useT('contest');
  const [params, setParams] = useSearchParams();
  const chosen = contest.rounds.find((round) => round.id === params.get('round'));
  const round = chosen ?? standingsRoundOf(contest.rounds) ?? contest.rounds[0];
  if (!round) {
    return (
      <EmptyState icon={<IconTrophy />} title={t('rounds.empty.title')}>
        {t('rounds.empty.text')}
      </EmptyState>
    );
  }
  return (
    <div className={classes.column}>
      <header className={classes.head}>
        <h2>{round.title}</h2>
        {contest.rounds.length > 1 && (
          <div className={classes.rounds}>
            <Segmented
              label={t('page.chooseRound')}
              value={round.id}
              onChange={(id: string) =>
                setParams({ tab: 'standings', round: id }, { replace: true, preventScrollReset: true })
              }
              options={contest.rounds.map((one) => ({
                value: one.id,
                label: t('page.roundName', { nth: one.ordinal }),
              }))}
            />
          </div>
        )}
      </header>
      <RoundStandings round={round} />
    </div>
  );
}
