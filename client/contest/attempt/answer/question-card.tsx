import { IconDeviceMobileCheck, IconFlag, IconFlagFilled } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useConnection } from '../../../platform/api/connection.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { Chip } from '../../../ui/data/chip.js';
import { ChoiceAnswer } from './choice-answer.js';
import type { ShownQuestion } from '../session/paper.rules.js';
import classes from './question-card.module.css';
import type { Attempt } from '../session/use-attempt.js';

/** Not every paper has such questions. */
export const loadWrittenAnswer = () => import('./written-answer.js');
const WrittenAnswer = lazy(() => loadWrittenAnswer().then((file) => ({ default: file.WrittenAnswer })));

type QuestionCardProps = { attempt: Attempt; question: ShownQuestion };

export function QuestionCard({ attempt, question }: QuestionCardProps) {
  const t = useT('contest/attempt');
  const { session, view, phase } = attempt;
  const { position, prompt } = question;
  const heading = useFocusOnChange(position);
  const isLocked = phase !== 'answering';
  const isWritten = prompt.type === 'number' || prompt.type === 'short_text';
  return (
    <section className={classes.card} aria-labelledby="question-text">
      <div className={classes.top}>
        <p className={classes.facts}>
          <span className={`${classes.number} num`} translate="no">
            {t('question.number', { position })}
            <span>{`/${view.questions.length}`}</span>
          </span>
          <Chip>{t(`kinds.${prompt.type}`)}</Chip>
          <span className={classes.points}>
            <Chip>{t('question.points', { count: question.points })}</Chip>
          </span>
        </p>
        <Button
          className={classes.flag}
          size="sm"
          aria-pressed={question.flagged}
          disabled={isLocked}
          icon={question.flagged ? <IconFlagFilled aria-hidden="true" /> : <IconFlag aria-hidden="true" />}
          onClick={() => void session.setFlag(position, !question.flagged)}
        >
          {question.flagged ? (
            t('question.flagged')
          ) : (
            <>
              <span className={classes.wide}>{t('question.flagLong')}</span>
              <span className={classes.narrow}>{t('question.flag')}</span>
            </>
          )}
        </Button>
      </div>
      <h1 id="question-text" ref={heading} tabIndex={-1} className={classes.text}>
        {prompt.text}
      </h1>
      {isWritten ? (
        <Suspense>
          <WrittenAnswer key={position} session={session} question={question} isLocked={isLocked} />
        </Suspense>
      ) : (
        <ChoiceAnswer session={session} question={question} isLocked={isLocked} />
      )}
      <KeptNote question={question} />
    </section>
  );
}

/** Says of an unsent answer where it is. */
function KeptNote({ question: { pending } }: { question: ShownQuestion }) {
  const t = useT('contest/attempt');
  const { timeWithSeconds } = useFormat();
  const isOffline = useConnection() === 'offline';
  if (!pending || !isOffline) return null;
  return (
    <p className={classes.kept}>
      <IconDeviceMobileCheck aria-hidden="true" />
      <span>{t('question.keptAt', { time: timeWithSeconds(pending.value.keptAt) })}</span>
    </p>
  );
}

/** After moving on, reading and the keyboard start at the new question. */
function useFocusOnChange(position: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(position);
  useEffect(() => {
    if (shown.current === position) return;
    shown.current = position;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [position]);
  return heading;
}
