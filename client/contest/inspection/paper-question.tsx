import { IconCheck, IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { InspectedQuestion } from '../../../shared/contest/inspection.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useResponseText, useSolutionTexts } from '../result/response-text.js';
import { optionsOf, type OptionVerdict } from '../result/review.rules.js';
import classes from './paper.module.css';
import { questionAnchor } from './use-paper-moves.js';
import { paperVerdict } from './verdict.rules.js';

type PaperQuestionProps = {
  question: InspectedQuestion;
  /** Points of a question that is fully right. */
  most: number;
};

/** A question in the order of its attempt: what was answered, what is right, points, and when it was saved. */
export function PaperQuestion({ question, most }: PaperQuestionProps) {
  const t = useT('contest/inspection');
  const { number, timeWithSeconds } = useFormat();
  const { position, code, level, prompt, points, response, savedAt, unscored } = question;
  const verdict = paperVerdict(question);
  const titleId = `question-title-${position}`;
  return (
    <article
      id={questionAnchor(position)}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={classes.question}
    >
      <span className={`${classes.position} num`} data-verdict={verdict}>
        {position}
      </span>
      <div className={classes.body}>
        <h2 id={titleId} className={classes.prompt}>
          {prompt.text}
        </h2>
        <span className="visually-hidden">{t(`paper.verdict.${verdict}`)}</span>
        <Answers question={question} />
        <p className={classes.meta}>
          {unscored && (
            <span className={classes.unscored}>
              <IconClockExclamation aria-hidden="true" />
              <Unscored question={question} />
            </span>
          )}
          {savedAt !== null && response !== null && (
            <span>{t('paper.saved', { at: timeWithSeconds(savedAt) })}</span>
          )}
          {response === null && !unscored && <span>{t('paper.unanswered')}</span>}
          <span>{[code, t(`level.${level}`)].filter(Boolean).join(', ')}</span>
        </p>
      </div>
      {points !== null && (
        <p className={classes.points}>
          <b className="num">{t('paper.points', { points: number(points), max: number(most) })}</b>
          <small>{t('paper.unit')}</small>
        </p>
      )}
    </article>
  );
}

function Unscored({ question: { response, unscored, prompt } }: { question: InspectedQuestion }) {
  const t = useT('contest/inspection');
  const { timeWithSeconds } = useFormat();
  const textOf = useResponseText();
  if (!unscored) return null;
  const what = t(`paper.${unscored.reason}`, { at: timeWithSeconds(unscored.receivedAt) });
  // Alone it is what the options show; beside an answer that counts it has to be told.
  if (response === null && unscored.reason === 'late') return what;
  return t('paper.other', { what, text: textOf(unscored.response, prompt) });
}

/** Of an answer that came too late, what it was is shown where there is none that counts. */
const shownResponse = ({ response, unscored }: InspectedQuestion) =>
  response ?? (unscored?.reason === 'late' ? unscored.response : null);

function Answers({ question }: { question: InspectedQuestion }) {
  const t = useT('contest/inspection');
  const options = optionsOf({ ...question, response: shownResponse(question) });
  if (!options) return <WrittenAnswers question={question} />;
  return (
    <ul className={classes.options}>
      {options.map((option, index) => (
        <Answer
          key={option.id}
          letter={String.fromCharCode(65 + index)}
          verdict={option.verdict}
          note={option.verdict === 'other' ? null : t(`paper.option.${option.verdict}`)}
        >
          {option.text}
        </Answer>
      ))}
    </ul>
  );
}

function WrittenAnswers({ question }: { question: InspectedQuestion }) {
  const t = useT('contest/inspection');
  const textOf = useResponseText();
  const solutionsOf = useSolutionTexts();
  const { prompt, solution, credit } = question;
  const response = shownResponse(question);
  const isRight = credit === 1;
  return (
    <ul className={classes.options}>
      {response && (
        <Answer verdict={isRight ? 'right' : 'wrong'} note={t('paper.written')}>
          {textOf(response, prompt)}
        </Answer>
      )}
      {!isRight &&
        solutionsOf(solution, prompt).map((text) => (
          <Answer key={text} verdict="missed" note={t('paper.key')}>
            {text}
          </Answer>
        ))}
    </ul>
  );
}

type AnswerProps = { letter?: string; verdict: OptionVerdict; note: string | null; children: ReactNode };

function Answer({ letter, verdict, note, children }: AnswerProps) {
  return (
    <li className={classes.option} data-verdict={verdict}>
      {letter !== undefined && <b aria-hidden="true">{letter}</b>}
      <span>{children}</span>
      {note !== null && (
        <small>
          {verdict !== 'wrong' && <IconCheck aria-hidden="true" />}
          {note}
        </small>
      )}
    </li>
  );
}
