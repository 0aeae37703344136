import { IconCheck } from '@tabler/icons-react';
import type { QuestionContent } from '../../../shared/question-bank/question.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { markedOptions, tellsShare } from './answer-key.rules.js';
import classes from './answer-key.module.css';
import { letterAt } from './option-letters.rules.js';

/** What is right, with shares of the points where they are not all or nothing. */
export function AnswerKey({ content }: { content: QuestionContent }) {
  const options = markedOptions(content);
  if (options) return <OptionKey content={content} />;
  const { solution } = content;
  if (solution.type === 'true_false') return <TruthKey correct={solution.correct} />;
  if (solution.type === 'number') return <NumberKey content={content} />;
  return <TextKey content={content} />;
}

function OptionKey({ content }: { content: QuestionContent }) {
  const t = useT('question-bank');
  const { percent } = useFormat();
  return (
    <ol className={classes.options}>
      {(markedOptions(content) ?? []).map((option, index) => (
        <li key={option.id} data-right={option.share > 0 || undefined}>
          <span className={classes.letter} aria-hidden="true">
            {option.share > 0 ? <IconCheck /> : letterAt(index)}
          </span>
          <span className={classes.text}>
            {option.text}
            {option.share > 0 && <span className="visually-hidden">{t('key.right')}</span>}
          </span>
          {tellsShare(option, content.prompt.type) && (
            <span className={`${classes.share} num`} translate="no">
              {percent(option.share)}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function TruthKey({ correct }: { correct: boolean }) {
  const t = useT('question-bank');
  return (
    <ol className={classes.options}>
      {[true, false].map((value) => (
        <li key={String(value)} data-right={value === correct || undefined}>
          <span className={classes.letter} aria-hidden="true">
            {value === correct ? <IconCheck /> : null}
          </span>
          <span className={classes.text}>
            {value ? t('key.true') : t('key.false')}
            {value === correct && <span className="visually-hidden">{t('key.right')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function NumberKey({ content: { prompt, solution } }: { content: QuestionContent }) {
  const t = useT('question-bank');
  const { number, percent } = useFormat();
  const unit = prompt.type === 'number' ? prompt.unit : '';
  const accepted = solution.type === 'number' ? solution.accepted : [];
  return (
    <ul className={classes.options}>
      {accepted.map(({ value, tolerance, credit }, index) => (
        <li key={index} data-right="">
          <span className={classes.letter} aria-hidden="true">
            <IconCheck />
          </span>
          <span className={classes.text}>
            {`${number(value, 6)} ${unit}`}
            {tolerance > 0 && (
              <small>
                {t('key.range', { from: number(value - tolerance, 6), to: number(value + tolerance, 6) })}
              </small>
            )}
          </span>
          {credit < 1 && (
            <span className={`${classes.share} num`} translate="no">
              {percent(credit)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function TextKey({ content: { solution } }: { content: QuestionContent }) {
  const t = useT('question-bank');
  const { percent } = useFormat();
  if (solution.type !== 'short_text') return null;
  return (
    <>
      <ul className={classes.options}>
        {solution.accepted.map(({ text, credit }, index) => (
          <li key={index} data-right="">
            <span className={classes.letter} aria-hidden="true">
              <IconCheck />
            </span>
            <span className={classes.text}>{text}</span>
            {credit < 1 && (
              <span className={`${classes.share} num`} translate="no">
                {percent(credit)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={classes.rule}>
        {solution.accentSensitive ? t('key.accentsMatter') : t('key.accentsDoNot')}{' '}
        {solution.caseSensitive ? t('key.caseMatters') : t('key.caseDoesNot')}
      </p>
    </>
  );
}
