import type { UseQueryResult } from '@tanstack/react-query';
import { useT } from '../platform/text/i18n.js';
import { QueryStates } from '../ui/feedback/query-states.js';
import { Panel } from '../ui/layout/panel.js';
import { Bone } from '../ui/feedback/skeletons.js';
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
      {card && <NowCard urgent={card} isAlone={!hero} />}
      {hero && <Hero urgent={hero} />}
    </div>
  );
}

function NowCard({ urgent, isAlone }: { urgent: Urgent; isAlone: boolean }) {
  if (urgent.kind !== 'running') return <OpenCard round={urgent.round} />;
  return <RunningCard attempt={urgent.attempt} wide={isAlone} />;
}

type Query = Pick<UseQueryResult, 'data' | 'error' | 'isFetching' | 'refetch'>;

/** In place of what did not load: an attempt must not vanish in silence. Rounds that fail say so in their own card. */
export function StageMissing({ running, current }: { running: Query; current: Query }) {
  const t = useT('home');
  const isHalfThere = !running.data && !running.error && (current.data || current.error);
  if (isHalfThere) return null;
  return (
    <QueryStates
      query={running}
      texts="home"
      failed={t('failed.running')}
      safe={t('failed.runningSafe')}
      loading={
        <div className={classes.stage}>
          <Bone height={280} />
          <Bone height={280} />
        </div>
      }
      frame={(instead, standing) =>
        standing === 'loading' ? instead : <Panel className={classes.wide}>{instead}</Panel>
      }
    >
      {() => null}
    </QueryStates>
  );
}
