import { IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { RoundView } from '../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { useServerNow } from '../platform/time/server-time.js';
import { QueryStates } from '../ui/feedback/query-states.js';
import { Panel } from '../ui/layout/panel.js';
import { Bone } from '../ui/feedback/skeletons.js';
import { useTimelineContest } from './home.api.js';
import classes from './timeline-card.module.css';

const MINUTE_MS = 60_000;

/** The rounds of one contest in a row: what was, what is now, what comes. */
export function TimelineCard({ contestId }: { contestId: string }) {
  const t = useT('home');
  return (
    <QueryStates
      query={useTimelineContest(contestId)}
      texts="home"
      failed={t('failed.contest')}
      loading={
        <>
          <Bone width="30%" />
          <Bone height={72} />
        </>
      }
      frame={(state) => <Panel className={classes.panel}>{state}</Panel>}
    >
      {({ title, rounds }) =>
        rounds.length >= 2 && (
          <Panel
            className={classes.panel}
            title={title}
            action={
              <Link className={classes.all} to={`/contests/${contestId}`}>
                {t('timeline.see')}
              </Link>
            }
          >
            <ol className={classes.steps}>
              {rounds.map((round) => (
                <Step key={round.id} round={round} />
              ))}
            </ol>
          </Panel>
        )
      }
    </QueryStates>
  );
}

type Phase = 'done' | 'now' | 'coming' | 'cancelled';

function phaseAt({ phase, opensAt, closesAt }: RoundView, now: number): Phase {
  if (phase === 'cancelled') return 'cancelled';
  if (opensAt === null || Date.parse(opensAt) > now) return 'coming';
  return closesAt !== null && Date.parse(closesAt) <= now ? 'done' : 'now';
}

function Step({ round }: { round: RoundView }) {
  const t = useT('home');
  const now = useServerNow(MINUTE_MS);
  const phase = phaseAt(round, now);
  return (
    <li className={classes.step} data-phase={phase} aria-current={phase === 'now' ? 'step' : undefined}>
      <span className={`${classes.dot} num`} aria-hidden="true" translate="no">
        {phase === 'done' ? <IconCheck /> : round.ordinal}
      </span>
      <p className={classes.ordinal}>{t('timeline.round', { nth: round.ordinal })}</p>
      <p className={classes.title}>{round.title}</p>
      <StepState round={round} phase={phase} now={now} />
    </li>
  );
}

function StepState({ round, phase, now }: { round: RoundView; phase: Phase; now: number }) {
  const t = useT('home');
  const { number, durationLeft, date } = useFormat();
  const score = round.own?.score ?? null;
  const text = () => {
    if (phase === 'cancelled') return t('timeline.cancelled');
    if (phase === 'now' && round.closesAt) {
      return t('timeline.left', {
        time: durationLeft(Math.max(MINUTE_MS, Date.parse(round.closesAt) - now)),
      });
    }
    if (phase === 'coming') {
      return round.opensAt ? t('timeline.opens', { day: date(round.opensAt) }) : t('timeline.undated');
    }
    return score === null
      ? t('timeline.closed')
      : t('timeline.score', { points: number(score), max: number(round.maxScore) });
  };
  return (
    <p className={classes.state} data-scored={(phase === 'done' && score !== null) || undefined}>
      {text()}
    </p>
  );
}
