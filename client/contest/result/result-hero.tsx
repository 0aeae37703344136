import { IconListCheck } from '@tabler/icons-react';
import type { AttemptResult } from '../../../shared/contest/attempt.schema.js';
import { calledName } from '../../platform/text/called-name.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { Button } from '../../ui/form/button.js';
import { RingScore } from '../../ui/data/ring-score.js';
import classes from './result-hero.module.css';
import { praiseOf } from './review.rules.js';

type ResultHeroProps = {
  result: AttemptResult;
  /** Leads to the review; null while it is not open. */
  onReview: (() => void) | null;
};

/** The result in one look. */
export function ResultHero({ result, onReview }: ResultHeroProps) {
  const t = useT('contest/result');
  const { number } = useFormat();
  const { score } = result;
  return (
    <section
      className={classes.hero}
      data-on-deep=""
      data-bare={!score || undefined}
      aria-label={t('hero.label')}
    >
      {score && <Beam />}
      {score && (
        <div className={classes.ring}>
          <RingScore
            value={score.points}
            max={score.maxPoints}
            label={t('hero.ring', { points: number(score.points), max: number(score.maxPoints) })}
            caption={t('hero.outOf', { max: number(score.maxPoints) })}
          />
        </div>
      )}
      <div className={classes.words}>
        <p className={classes.where}>{t('hero.where', { round: result.roundTitle, nth: result.ordinal })}</p>
        <Headline result={result} />
        {onReview && (
          <Button kind="accent" className={classes.action} icon={<IconListCheck />} onClick={onReview}>
            {t('hero.review')}
          </Button>
        )}
      </div>
      <Ranks result={result} />
    </section>
  );
}

function Headline({ result }: { result: AttemptResult }) {
  const t = useT('contest/result');
  const { number, durationUsed, time, date } = useFormat();
  const { member } = useSession();
  const name = calledName(member?.fullName ?? '');
  const { score, scoreVisibleAt } = result;
  if (!score) {
    return (
      <>
        <h2>{t('hero.submitted', { name })}</h2>
        <p>
          {scoreVisibleAt
            ? t('hero.scoreAt', { time: time(scoreVisibleAt), date: date(scoreVisibleAt) })
            : t('hero.scoreHidden')}
        </p>
      </>
    );
  }
  const praise = praiseOf(score.maxPoints > 0 ? score.points / score.maxPoints : 0);
  return (
    <>
      <h2>{t(`hero.praise.${praise}`, { name })}</h2>
      <p>
        {t('hero.facts', {
          correct: number(score.correct),
          questions: number(result.questionCount),
          time: durationUsed(result.timeUsedMs),
        })}
        <Comparison result={result} />
        {CLOSE}
      </p>
      {result.counts === false && <p className={classes.note}>{t('hero.notCounted')}</p>}
    </>
  );
}

const CLOSE = '.';

function Comparison({ result: { score, ordinal } }: { result: AttemptResult }) {
  const t = useT('contest/result');
  const { number } = useFormat();
  if (!score || score.previousPoints === null) return null;
  const change = score.points - score.previousPoints;
  const facts = { nth: ordinal - 1, points: number(Math.abs(change)) };
  if (change === 0) return t('hero.same', facts);
  return change > 0 ? t('hero.higher', facts) : t('hero.lower', facts);
}

function Ranks({ result: { standing, standingVisibleAt } }: { result: AttemptResult }) {
  const t = useT('contest/result');
  const { number, time, date } = useFormat();
  if (standing) {
    return (
      <dl className={classes.ranks}>
        <Rank label={t('hero.rank')} rank={number(standing.rank)} of={number(standing.of)} />
        <Rank label={t('hero.unitRank')} rank={number(standing.unitRank)} of={number(standing.unitOf)} />
      </dl>
    );
  }
  if (!standingVisibleAt) return null;
  return (
    <p className={classes.rankLater}>
      {t('hero.rankAt', { time: time(standingVisibleAt), date: date(standingVisibleAt) })}
    </p>
  );
}

function Rank({ label, rank, of }: { label: string; rank: string; of: string }) {
  const t = useT('contest/result');
  return (
    <div className={classes.rank}>
      <dd className="num" translate="no">
        {rank}
        <small>{t('hero.of', { of })}</small>
      </dd>
      <dt>{label}</dt>
    </div>
  );
}

/** The light falls from the score to the right. */
function Beam() {
  return (
    <svg viewBox="0 0 1200 200" preserveAspectRatio="none" className={classes.beam} aria-hidden="true">
      <defs>
        <linearGradient id="result-beam" x1="0" x2="1">
          <stop stopColor="#F6B042" stopOpacity=".3" />
          <stop offset=".7" stopColor="#F6B042" stopOpacity="0" />
        </linearGradient>
      </defs>
      <path d="M110 100 1200-60V260z" fill="url(#result-beam)" />
    </svg>
  );
}
