import { useFormat, useT } from '../../../platform/text/i18n.js';
import type { OwnQuestion } from '../device/own-news.rules.js';
import classes from './own-steps.module.css';

/** The life of a question, oldest first. */
export function OwnSteps({ question }: { question: OwnQuestion }) {
  const t = useT('qna/audience');
  const { time } = useFormat();
  return (
    <ol className={classes.steps} aria-label={t('own.steps')}>
      {question.steps.map((step, at) => (
        <li key={at}>
          <time dateTime={step.at} className="num">
            {question.anonymous ? t('card.about', { time: time(step.at) }) : time(step.at)}
          </time>
          <span>{t(`step.${step.kind}`)}</span>
        </li>
      ))}
    </ol>
  );
}
