import { IconLayoutDashboard, IconMessagePlus, IconUserCheck } from '@tabler/icons-react';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { calledName } from '../platform/text/called-name.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { useLongDates } from '../platform/text/long-dates.js';
import { useMoments } from '../platform/time/moments.js';
import { usePageTitle } from '../platform/page/page-title.js';
import { useServerNow } from '../platform/time/server-time.js';
import { useSession } from '../platform/api/session.js';
import { Bone, Loading } from '../ui/feedback/skeletons.js';
import { ComingCard } from './coming-card.js';
import { partOfDay } from './greeting.rules.js';
import { homeKeys, useCurrentRounds, useLatestUnitStanding, useQnaSessions, useRunning } from './home.api.js';
import classes from './home.module.css';
import { QnaCard, QnaHero, useSessionOfDay } from './qna-card.js';
import { Stage, StageMissing } from './stage.js';
import { TimelineCard } from './timeline-card.js';
import { UnitCard } from './unit-card.js';
import { instantsOf, stageOf, timelineContestOf, urgentOf } from './urgency.rules.js';

const MINUTE_MS = 60_000;

export function Component() {
  const t = useT('home');
  usePageTitle(t('title'));
  const { queries, isWaiting, urgent, now, stage, ofDay, isQnaMain, contestId } = useHome();
  if (isWaiting) {
    return (
      <>
        <Greeting />
        <Loading>
          <HomeBones />
        </Loading>
      </>
    );
  }
  return (
    <>
      <Greeting />
      <div className={classes.cards}>
        <StageMissing running={queries.running} />
        <Stage stage={stage} />
        {ofDay && isQnaMain && <QnaHero session={ofDay.session} />}
        {ofDay && !isQnaMain && <QnaCard {...ofDay} />}
        <ComingCard query={queries.current} urgent={urgent} stage={stage} now={now} />
        <UnitCard query={queries.latest} />
        {contestId !== null && <TimelineCard key={contestId} contestId={contestId} />}
      </div>
    </>
  );
}

/** What the page is made of, and what of it comes first. */
function useHome() {
  const queryClient = useQueryClient();
  const running = useRunning();
  const current = useCurrentRounds();
  const latest = useLatestUnitStanding();
  const qna = useQnaSessions();
  const known = { attempts: running.data?.items ?? [], rounds: current.data?.items ?? [] };
  const now = useMoments(instantsOf(known), () => {
    void queryClient.invalidateQueries({ queryKey: homeKeys.running });
    void queryClient.invalidateQueries({ queryKey: homeKeys.rounds });
  });
  const urgent = urgentOf(known, now);
  const ofDay = useSessionOfDay(qna);
  const next = stageOf(urgent);
  // A session that goes on comes before a round that is only coming.
  const isQnaMain = ofDay?.isLive === true && !next.card && next.hero?.kind !== 'open';
  const stage = isQnaMain ? NOTHING : next;
  const contestId = timelineContestOf(urgent, latest.data?.standing?.contestId ?? null);
  const isWaiting = [running, current, latest, qna].some(isFirstWait);
  const queries = { running, current, latest };
  return { queries, isWaiting, urgent, now, stage, ofDay, isQnaMain, contestId };
}

const NOTHING: ReturnType<typeof stageOf> = { card: null, hero: null };

/** Until the first answer or failure of each: drawn one after the other the cards would push each other about. */
const isFirstWait = ({ isPending, failureCount, fetchStatus }: Waiting): boolean =>
  isPending && failureCount === 0 && fetchStatus === 'fetching';

type Waiting = Pick<UseQueryResult, 'isPending' | 'failureCount' | 'fetchStatus'>;

function HomeBones() {
  return (
    <div className={classes.cards}>
      <div className={classes.wide}>
        <Bone height={320} />
      </div>
      <Bone height={280} />
      <Bone height={280} />
    </div>
  );
}

function Greeting() {
  const t = useT('home');
  const { time } = useFormat();
  const { longDate } = useLongDates();
  const { member, can } = useSession();
  const now = useServerNow(MINUTE_MS);
  const hour = Number.parseInt(time(now), 10);
  return (
    <header className={classes.greeting}>
      <div>
        <h1>{t(`greeting.${partOfDay(hour)}`, { name: calledName(member?.fullName ?? '') })}</h1>
        <p className={classes.today}>{longDate(now)}</p>
      </div>
      {can.hostQna && (
        <Link to="/organise/qna/new" className={classes.organise}>
          <IconMessagePlus aria-hidden="true" />
          {t('newQna')}
        </Link>
      )}
      {can.organise ? (
        <Link to="/organise/contests" className={classes.organise}>
          <IconLayoutDashboard aria-hidden="true" />
          {t('organise')}
        </Link>
      ) : (
        can.seeUnitProgress && (
          <Link to="/organise/turnout" className={classes.organise}>
            <IconUserCheck aria-hidden="true" />
            {t('turnout')}
          </Link>
        )
      )}
    </header>
  );
}
