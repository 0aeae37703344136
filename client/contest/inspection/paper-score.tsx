import type { InspectedPaper } from '../../../shared/contest/inspection.schema.js';
import { clockText } from '../../../shared/kernel/formats.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { RingScore } from '../../ui/data/ring-score.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './paper.module.css';
import { goToQuestion } from './use-paper-moves.js';
import { PAPER_VERDICTS, paperVerdict } from './verdict.rules.js';

/** The result, and every question as a place to go to. */
export function PaperScore({ paper }: { paper: InspectedPaper }) {
  const t = useT('contest/inspection');
  const marks = paper.questions.map((question) => ({
    position: question.position,
    verdict: paperVerdict(question),
  }));
  const legend = PAPER_VERDICTS.map((verdict) => ({
    verdict,
    count: marks.filter((mark) => mark.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return (
    <Panel title={<span className="visually-hidden">{t('paper.score.title')}</span>}>
      <Result paper={paper} />
      <ol className={classes.marks}>
        {marks.map(({ position, verdict }) => (
          <li key={position}>
            <button
              type="button"
              className="num"
              data-verdict={verdict}
              aria-label={t('paper.score.goTo', { position, verdict: t(`paper.verdict.${verdict}`) })}
              onClick={() => goToQuestion(position)}
            >
              {position}
            </button>
          </li>
        ))}
      </ol>
      <ul className={classes.legend}>
        {legend.map(({ verdict, count }) => (
          <li key={verdict} data-verdict={verdict}>
            {t(`paper.score.legend.${verdict}`, { count })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Result({ paper }: { paper: InspectedPaper }) {
  const t = useT('contest/inspection');
  const { number } = useFormat();
  const { points, maxPoints, correct, timeUsedMs, state } = paper;
  if (points === null || state === 'running')
    return <p className={classes.note}>{t('paper.score.running')}</p>;
  const words = { points: number(points), max: number(maxPoints) };
  const used = clockText(timeUsedMs ?? 0, 'used');
  return (
    <div className={classes.result}>
      <RingScore size={96} value={points} max={maxPoints} label={t('paper.score.ring', words)} />
      <div>
        <b>{t('paper.score.of', words)}</b>
        <p>{t('paper.score.correct', { count: correct ?? 0 })}</p>
        <p>{t(`paper.score.${state}`, { used })}</p>
      </div>
    </div>
  );
}
