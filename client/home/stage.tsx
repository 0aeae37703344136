import type { UseQueryResult } from '@tanstack/react-query';
import { useFailureText } from '../platform/errors.js';
import { useT } from '../platform/i18n.js';
import { ErrorState } from '../ui/error-state.js';
import { Panel } from '../ui/panel.js';
import { Bone, Loading } from '../ui/skeletons.js';
import { Hero } from './hero.js';
import classes from './home.module.css';
import { OpenCard } from './open-card.js';
import { RunningCard } from './running-card.js';
import type { Stage as StageOf, Urgent } from './urgency.rules.js';

/** The two panels on top: what goes on, and the next thing after it. Nothing without something to do. */
export function Stage({ stage: { card, hero } }: { stage: StageOf }) {
  if (!card && !hero) return null;
  return (
    <div className={classes.stage} data-single={!card || !hero || undefined}>
      {card && <NowCard urgent={card} />}
      {hero && <Hero urgent={hero} />}
    </div>
  );
}

function NowCard({ urgent }: { urgent: Urgent }) {
  return urgent.kind === 'running' ? (
    <RunningCard attempt={urgent.attempt} />
  ) : (
    <OpenCard round={urgent.round} />
  );
}

type Query = Pick<UseQueryResult, 'data' | 'error' | 'isFetching' | 'refetch'>;

/** In place of what did not load: both questions fail alone, and each is asked again alone. */
export function StageMissing({ running, current }: { running: Query; current: Query }) {
  const isLoading = !running.data && !running.error && !current.data && !current.error;
  if (isLoading) {
    return (
      <Loading>
        <div className={classes.stage}>
          <Bone height={280} />
          <Bone height={280} />
        </div>
      </Loading>
    );
  }
  return (
    <>
      <Failed query={running} what="running" />
      <Failed query={current} what="rounds" />
    </>
  );
}

function Failed({ query, what }: { query: Query; what: 'running' | 'rounds' }) {
  const t = useT('home');
  const explain = useFailureText('home');
  if (query.data || !query.error) return null;
  return (
    <Panel>
      <ErrorState
        title={t(`failed.${what}`)}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      >
        {explain(query.error)} {what === 'running' && t('failed.runningSafe')}
      </ErrorState>
    </Panel>
  );
}
