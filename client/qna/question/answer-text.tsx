import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { InquiryAnswer } from '../../../shared/qna/inquiry.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { WrittenAnswer } from '../written-answer/written-answer.js';
import classes from './answer-text.module.css';

/** Longer answers open on request, so that the list stays a list. */
const SHORT_LENGTH = 400;

/** How a question was answered, by whom, and the words if there are any. */
export function AnswerText({ answer }: { answer: InquiryAnswer }) {
  const t = useT('qna/audience');
  const { time, durationUsed } = useFormat();
  const isLong = answer.text.length > SHORT_LENGTH;
  const [open, setOpen] = useState(false);
  const head = answer.by === '' ? t(`answer.${answer.how}`) : t(`answer.${answer.how}By`, { by: answer.by });
  return (
    <div className={classes.answer}>
      <p className={classes.head}>
        <IconCircleCheck aria-hidden="true" />
        <span>{head}</span>
        <time dateTime={answer.at} className="num" translate="no">
          {time(answer.at)}
        </time>
        {answer.seconds !== null && answer.seconds > 0 && <span>{durationUsed(answer.seconds * 1000)}</span>}
      </p>
      {answer.text !== '' && (
        <div className={classes.text} data-cut={(isLong && !open) || undefined}>
          <WrittenAnswer text={answer.text} />
        </div>
      )}
      {isLong && (
        <Button kind="ghost" size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('answer.less') : t('answer.more')}
        </Button>
      )}
    </div>
  );
}
