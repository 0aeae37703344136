import type { UseQueryResult } from '@tanstack/react-query';
import { useT } from '../platform/text/i18n.js';
import { QueryStates } from '../ui/feedback/query-states.js';
import { Panel } from '../ui/layout/panel.js';
import { Hero } from './hero.js';
import classes from './home.module.css';
import { RunningCard } from './running-card.js';
import type { Stage as StageOf } from './urgency.rules.js';

/** The panels on top: the attempt that runs, and what one may enter next. Nothing without something to do. */
export function Stage({ stage: { card, hero } }: { stage: StageOf }) {
  if (!card && !hero) return null;
  return (
    <div className={classes.stage} data-single={!card || !hero || undefined}>
      {card && <RunningCard attempt={card.attempt} wide={!hero} />}
      {hero && <Hero urgent={hero} isMain={!card} />}
    </div>
  );
}

type Query = Pick<UseQueryResult, 'data' | 'error' | 'isFetching' | 'refetch'>;

/** In place of what did not load: an attempt must not vanish in silence. Rounds that fail say so in their own card. */
export function StageMissing({ running }: { running: Query }) {
  const t = useT('home');
  return (
    <QueryStates
      query={running}
      texts="home"
      failed={t('failed.running')}
      safe={t('failed.runningSafe')}
      loading={null}
      frame={(instead, standing) =>
        standing === 'loading' ? null : <Panel className={classes.wide}>{instead}</Panel>
      }
    >
      {() => null}
    </QueryStates>
  );
}
