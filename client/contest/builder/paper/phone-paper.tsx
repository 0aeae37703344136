import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { PaperPreview } from '../../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { IconButton } from '../../../ui/form/icon-button.js';
import { useBuilder } from '../draft/builder-context.js';
import classes from './phone-paper.module.css';

type Question = PaperPreview['questions'][number];

/** A drawn paper in the frame of a phone. Choices can be tried and are forgotten. */
export function PhonePaper({ paper, large }: { paper: PaperPreview; large?: boolean }) {
  const t = useT('contest/builder');
  const { clockLeft } = useFormat();
  const { settings } = useBuilder();
  const [at, setAt] = useState(0);
  const question = paper.questions[at];
  if (!question) return null;
  const last = paper.questions.length - 1;
  return (
    <div className={classes.phone} data-large={large || undefined}>
      <header className={classes.top}>
        <b>{settings.title}</b>
        <span className={`${classes.timer} num`} translate="no">
          {clockLeft(paper.durationMinutes * 60_000)}
        </span>
      </header>
      <div className={classes.screen}>
        <p className={classes.place}>
          {t('try.place', { number: question.position, total: paper.questions.length })}
        </p>
        <p className={classes.text}>{question.prompt.text}</p>
        <Answers key={question.position} question={question} />
      </div>
      <footer className={classes.foot}>
        <IconButton
          outline
          label={t('try.previous')}
          icon={<IconChevronLeft />}
          disabled={at === 0}
          onClick={() => setAt(at - 1)}
        />
        <span className="num" translate="no">{`${at + 1}/${paper.questions.length}`}</span>
        <IconButton
          outline
          label={t('try.next')}
          icon={<IconChevronRight />}
          disabled={at === last}
          onClick={() => setAt(at + 1)}
        />
      </footer>
    </div>
  );
}

function Answers({ question: { prompt } }: { question: Question }) {
  const t = useT('contest/builder');
  const [chosen, setChosen] = useState<string[]>([]);
  if (prompt.type === 'number' || prompt.type === 'short_text') {
    return (
      <label className={classes.field}>
        <span>{t('try.answer')}</span>
        <input inputMode={prompt.type === 'number' ? 'decimal' : 'text'} maxLength={300} />
        {prompt.type === 'number' && prompt.unit !== '' && <em>{prompt.unit}</em>}
      </label>
    );
  }
  const options =
    prompt.type === 'true_false'
      ? [
          { id: 'true', text: t('try.true') },
          { id: 'false', text: t('try.false') },
        ]
      : prompt.options;
  const many = prompt.type === 'multiple_choice';
  const toggle = (id: string) =>
    setChosen((now) => (many ? (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]) : [id]));
  return (
    <ol className={classes.options}>
      {options.map((option, index) => (
        <li key={option.id}>
          <button type="button" aria-pressed={chosen.includes(option.id)} onClick={() => toggle(option.id)}>
            <span aria-hidden="true">{String.fromCharCode(65 + index)}</span>
            {option.text}
          </button>
        </li>
      ))}
    </ol>
  );
}
