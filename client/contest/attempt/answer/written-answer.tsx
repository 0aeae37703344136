import { IconEraser } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';
import { useFormat, useLanguage, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { responseToText, sameResponse, textOfResponse } from '../session/answers.rules.js';
import type { AttemptSession } from '../session/attempt-session.js';
import type { ShownQuestion } from '../session/paper.rules.js';
import classes from './written-answer.module.css';

/** A pause in typing after which the answer is saved, in ms. */
const SAVE_AFTER_MS = 800;
const MAX_LENGTH = { number: 30, short_text: 300 };

type WrittenAnswerProps = { session: AttemptSession; question: ShownQuestion; isLocked: boolean };

/** A number or a short text. Saves itself in pauses of typing, on leaving the field and before the question is left. */
export function WrittenAnswer({ session, question, isLocked }: WrittenAnswerProps) {
  const t = useT('contest/attempt');
  const id = useId();
  const type = question.prompt.type === 'number' ? 'number' : 'short_text';
  const unit = question.prompt.type === 'number' ? question.prompt.unit : '';
  const field = useDraft({ session, question, type });
  const help = useHelp(type, field.read);
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
          inputMode={type === 'number' ? 'decimal' : 'text'}
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

function useHelp(type: 'number' | 'short_text', read: QuestionResponse | null | undefined): string {
  const t = useT('contest/attempt');
  const { number } = useFormat();
  if (type === 'short_text') return t('written.shortTextHelp');
  if (read === undefined) return t('written.numberInvalid');
  // "10.480" is ten thousand to one reader and ten to another: say which was understood.
  if (read?.type === 'number') return t('written.numberRead', { value: number(read.value, 12) });
  return t('written.numberHelp');
}

type DraftOf = { session: AttemptSession; question: ShownQuestion; type: 'number' | 'short_text' };

/** What stands in the field: the answer, or what is being typed over it. Unmounting hands the draft over. */
function useDraft({ session, question, type }: DraftOf) {
  const language = useLanguage();
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, question });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const handOver = useCallback(() => {
    clearTimeout(timer.current);
    const { draft: typed, question: current } = latest.current;
    if (typed === null) return;
    const response = responseToText(type, typed);
    if (response !== undefined && !sameResponse(response, current.response)) {
      void session.choose(current.position, response);
    }
  }, [session, type]);
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

  const stored = textOfResponse(question.response, language === 'vi' ? ',' : '.');
  const change = (next: string | null) => {
    latest.current = { ...latest.current, draft: next };
    setDraft(next);
  };
  const text = draft ?? stored;
  return {
    text,
    read: responseToText(type, text),
    type: (next: string) => {
      change(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(handOver, SAVE_AFTER_MS);
    },
    leave: () => {
      handOver();
      // What cannot be read stays in the field, to be mended.
      if (latest.current.draft !== null && responseToText(type, latest.current.draft) !== undefined)
        change(null);
    },
  };
}
