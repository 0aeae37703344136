import { IconBook2, IconCheck, IconCircleDashed, IconFlagFilled, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReviewedQuestion } from '../../../shared/contest/attempt.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useResponseText, useSolutionTexts } from './response-text.js';
import classes from './review.module.css';
import { optionsOf, verdictOf, type OptionVerdict, type Verdict } from './review.rules.js';

const signs: Record<Verdict, ReactNode> = {
  right: <IconCheck aria-hidden="true" />,
  partly: <IconCheck aria-hidden="true" />,
  wrong: <IconX aria-hidden="true" />,
  unanswered: <IconCircleDashed aria-hidden="true" />,
};

/** One question again: what was answered, what is right, why, and from where. */
export function ReviewedQuestionCard({ question }: { question: ReviewedQuestion }) {
  const t = useT('contest/result');
  const { number } = useFormat();
  const verdict = verdictOf(question);
  const titleId = `question-title-${question.position}`;
  return (
    <article
      id={`question-${question.position}`}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={classes.question}
    >
      <span className={classes.sign} data-verdict={verdict}>
        {signs[verdict]}
      </span>
      <div className={classes.body}>
        <p className={classes.meta}>
          {t('review.number', { position: question.position })}
          {' · '}
          {t(`review.verdicts.${verdict}`)}
          {' · '}
          {t('review.points', { points: number(question.points) })}
          {' · '}
          {question.topic}
          {question.flagged && (
            <span className={classes.flag}>
              <IconFlagFilled aria-hidden="true" />
              {t('review.flagged')}
            </span>
          )}
        </p>
        <h3 id={titleId} className={classes.prompt}>
          {question.prompt.text}
        </h3>
        <Answers question={question} verdict={verdict} />
        {question.explanation && <p className={classes.explanation}>{question.explanation}</p>}
        {question.source && (
          <p className={classes.source}>
            <IconBook2 aria-hidden="true" />
            <span>
              <span className="visually-hidden">{t('review.source')}</span>
              {question.source}
            </span>
          </p>
        )}
      </div>
    </article>
  );
}

function Answers({ question, verdict }: { question: ReviewedQuestion; verdict: Verdict }) {
  const t = useT('contest/result');
  const options = optionsOf(question);
  if (!options) return <WrittenAnswers question={question} verdict={verdict} />;
  return (
    <ul className={classes.answers}>
      {options.map((option) => (
        <Answer
          key={option.id}
          verdict={option.verdict}
          note={option.verdict === 'other' ? null : t(`review.options.${option.verdict}`)}
        >
          {option.text}
        </Answer>
      ))}
    </ul>
  );
}

function WrittenAnswers({ question, verdict }: { question: ReviewedQuestion; verdict: Verdict }) {
  const t = useT('contest/result');
  const textOf = useResponseText();
  const solutionsOf = useSolutionTexts();
  const { response, prompt, solution } = question;
  return (
    <ul className={classes.answers}>
      {response && (
        <Answer verdict={verdict === 'wrong' ? 'wrong' : 'right'} note={t('review.yours')}>
          {textOf(response, prompt)}
        </Answer>
      )}
      {verdict !== 'right' &&
        solutionsOf(solution, prompt).map((text) => (
          <Answer key={text} verdict="missed" note={t('review.options.missed')}>
            {text}
          </Answer>
        ))}
    </ul>
  );
}

type AnswerProps = { verdict: OptionVerdict; note: string | null; children: ReactNode };

function Answer({ verdict, note, children }: AnswerProps) {
  return (
    <li className={classes.answer} data-verdict={verdict}>
      {verdict === 'wrong' && <IconX aria-hidden="true" />}
      {(verdict === 'right' || verdict === 'missed') && <IconCheck aria-hidden="true" />}
      {verdict === 'other' && <span className={classes.dot} aria-hidden="true" />}
      <span>
        <span className={classes.answerText}>{children}</span> {note && <small>{note}</small>}
      </span>
    </li>
  );
}
