import { IconEraser } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { ChoiceRow } from '../../../ui/form/choice-row.js';
import { toggleChoice } from '../session/answers.rules.js';
import type { AttemptSession } from '../session/attempt-session.js';
import classes from './choice-answer.module.css';
import type { ShownQuestion } from '../session/paper.rules.js';

type Option = {
  key: string;
  letter: string;
  text: string;
  chosen: boolean;
  response: QuestionResponse | null;
};

type ChoiceAnswerProps = { session: AttemptSession; question: ShownQuestion; isLocked: boolean };

export function ChoiceAnswer({ session, question, isLocked }: ChoiceAnswerProps) {
  const t = useT('contest/attempt');
  const { position, prompt, response } = question;
  const isMany = prompt.type === 'multiple_choice';
  return (
    <fieldset className={classes.options} onKeyDown={keepArrows}>
      <legend className="visually-hidden">{t(isMany ? 'kinds.multiple_choice' : 'question.options')}</legend>
      {useOptions(question).map((option) => (
        <ChoiceRow
          key={option.key}
          letter={option.letter}
          type={isMany ? 'checkbox' : 'radio'}
          name={`question-${position}`}
          checked={option.chosen}
          disabled={isLocked}
          onChange={() => void session.choose(position, option.response)}
        >
          {option.text}
        </ChoiceRow>
      ))}
      {response !== null && !isLocked && (
        <Button
          className={classes.clear}
          kind="ghost"
          size="sm"
          icon={<IconEraser aria-hidden="true" />}
          onClick={() => void session.choose(position, null)}
        >
          {t('question.clear')}
        </Button>
      )}
    </fieldset>
  );
}

/** Inside the group the arrow keys belong to the choice: the question must not change with it. */
function keepArrows(event: KeyboardEvent) {
  const target = event.target;
  if (event.key.startsWith('Arrow') && target instanceof HTMLInputElement && target.type === 'radio') {
    event.stopPropagation();
  }
}

function useOptions({ prompt, response }: ShownQuestion): Option[] {
  const t = useT('contest/attempt');
  if (prompt.type === 'true_false') {
    return [true, false].map((value) => ({
      key: String(value),
      letter: t(value ? 'trueFalse.trueLetter' : 'trueFalse.falseLetter'),
      text: t(value ? 'trueFalse.true' : 'trueFalse.false'),
      chosen: response?.type === 'true_false' && response.value === value,
      response: { type: 'true_false', value },
    }));
  }
  if (prompt.type !== 'single_choice' && prompt.type !== 'multiple_choice') return [];
  return prompt.options.map((option, index) => ({
    key: option.id,
    letter: String.fromCharCode(65 + index),
    text: option.text,
    chosen:
      (response?.type === 'single_choice' && response.choice === option.id) ||
      (response?.type === 'multiple_choice' && response.choices.includes(option.id)),
    response:
      prompt.type === 'single_choice'
        ? { type: 'single_choice', choice: option.id }
        : toggleChoice(response, option.id),
  }));
}
