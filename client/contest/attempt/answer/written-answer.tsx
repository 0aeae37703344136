import { IconEraser } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';
import { useFormat, useLanguage, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { sameResponse } from '../session/answers.rules.js';
import type { AttemptSession } from '../session/attempt-session.js';
import type { ShownQuestion } from '../session/paper.rules.js';
import { readNumber, responseToText, textOfResponse, type DecimalMark } from './typed-answer.rules.js';
import classes from './written-answer.module.css';

/** A pause in typing after which the answer is saved, in ms. */
const SAVE_AFTER_MS = 800;
/** A number leaves room for its unit. */
const MAX_LENGTH = { number: 80, short_text: 300 };

type WrittenAnswerProps = { session: AttemptSession; question: ShownQuestion; isLocked: boolean };

/** A number or a short text. Saves itself in pauses of typing, on leaving the field and before the question is left. */
export function WrittenAnswer({ session, question, isLocked }: WrittenAnswerProps) {
  const t = useT('contest/attempt');
  const id = useId();
  const type = question.prompt.type === 'number' ? 'number' : 'short_text';
  const unit = question.prompt.type === 'number' ? question.prompt.unit : '';
  const mark: DecimalMark = useLanguage() === 'vi' ? ',' : '.';
  const field = useDraft({ session, question, type, mark });
  const help = useHelp({ type, mark, unit, text: field.text, read: field.read, saved: question.response });
  return (
    <div className={classes.answer}>
      <label className={classes.label} htmlFor={id}>
        {t(type === 'number' ? 'written.number' : 'written.shortText')}
      </label>
      <div className={classes.row} data-type={type}>
        <input
          id={id}
          className={classes.input}
          type="text"
          // The keyboard of numbers has no minus sign on an iPhone, and no letters for a unit anywhere.
          inputMode="text"
          maxLength={MAX_LENGTH[type]}
          autoComplete="off"
          spellCheck={false}
          value={field.text}
          disabled={isLocked}
          aria-invalid={field.read === undefined}
          aria-describedby={`${id}-help`}
          onChange={(event) => field.type(event.target.value)}
          onBlur={field.leave}
        />
        {unit !== '' && <span className={classes.unit}>{unit}</span>}
      </div>
      <p id={`${id}-help`} className={classes.help} data-error={field.read === undefined || undefined}>
        {help}
      </p>
      {field.text !== '' && !isLocked && (
        <Button
          className={classes.clear}
          kind="ghost"
          size="sm"
          icon={<IconEraser aria-hidden="true" />}
          onClick={() => {
            field.type('');
            field.leave();
          }}
        >
          {t('question.clearText')}
        </Button>
      )}
    </div>
  );
}

type HelpFacts = {
  type: 'number' | 'short_text';
  mark: DecimalMark;
  unit: string;
  text: string;
  read: QuestionResponse | null | undefined;
  saved: QuestionResponse | null;
};

function useHelp({ type, mark, unit, text, read, saved }: HelpFacts): string {
  const t = useT('contest/attempt');
  const { number } = useFormat();
  if (type === 'short_text') return t('written.shortTextHelp');
  if (read === undefined) {
    const kept = saved?.type === 'number' ? t('written.numberStill', { value: number(saved.value, 12) }) : '';
    return `${t('written.numberInvalid')} ${kept}`.trim();
  }
  if (read?.type !== 'number') return t('written.numberHelp');
  if (!readNumber(text, { mark, unit })?.isGuess)
    return t('written.numberRead', { value: number(read.value, 12) });
  // "10.480" is ten thousand to one reader and ten to another: say which was understood, and how to write the other.
  const decimal = (read.value / 1_000).toFixed(3).replace('.', mark);
  return t('written.numberGrouped', { value: String(read.value), decimal });
}

type DraftOf = {
  session: AttemptSession;
  question: ShownQuestion;
  type: 'number' | 'short_text';
  mark: DecimalMark;
};

/**
 * What stands in the field: the answer, or what is being typed over it. Unmounting hands the draft over; what cannot be
 * read is kept as it is and stands there again.
 */
function useDraft({ session, question, type, mark }: DraftOf) {
  const { position, prompt } = question;
  const unit = prompt.type === 'number' ? prompt.unit : '';
  const [draft, setDraft] = useState<string | null>(() => session.read().record.unread[position] ?? null);
  const latest = useRef({ draft, question });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const handOver = useCallback(() => {
    clearTimeout(timer.current);
    const { draft: typed, question: current } = latest.current;
    if (typed === null) return;
    const response = responseToText(type, typed, { mark, unit });
    session.keepUnread(current.position, response === undefined ? typed : null);
    if (response !== undefined && !sameResponse(response, current.response)) {
      void session.choose(current.position, response);
    }
  }, [session, type, mark, unit]);
  useEffect(() => {
    latest.current = { ...latest.current, question };
  });
  useEffect(() => {
    const stop = session.onFlush(handOver);
    return () => {
      stop();
      handOver();
    };
  }, [session, handOver]);
  const change = (next: string | null) => {
    latest.current = { ...latest.current, draft: next };
    setDraft(next);
  };
  const text = draft ?? textOfResponse(question.response, mark);
  const read = responseToText(type, text, { mark, unit });
  return {
    text,
    read,
    type: (next: string) => {
      change(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(handOver, SAVE_AFTER_MS);
    },
    leave: () => {
      handOver();
      // What cannot be read stays in the field, to be mended.
      if (latest.current.draft !== null && read !== undefined) change(null);
    },
  };
}
