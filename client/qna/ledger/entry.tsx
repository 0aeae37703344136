import { IconGitMerge } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import type { LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Chip } from '../../ui/data/chip.js';
import { Votes } from '../question/question.js';
import { joined, QuestionLine, QuestionText, useQuestionFacts } from '../question/question-words.js';
import { WrittenAnswer } from '../written-answer/written-answer.js';
import { AskOpening } from './ask-opening.js';
import classes from './entry.module.css';
import { outcomeOf, type Outcome } from './ledger.rules.js';

type EntryProps = {
  entry: LedgerEntry;
  /** Questions that were merged into this one. */
  mergedCount: number;
  /** Of the question this one was merged into. */
  targetText: string | null;
  /** The reader holds one of the session's two keys. */
  mayOpen: boolean;
};

const kinds = {
  onAir: 'teal',
  inWriting: 'navy',
  merged: 'plum',
  declined: 'line',
  withdrawn: 'line',
  open: 'amber',
} as const satisfies Record<Outcome, string>;

/** One question and what became of it. */
export const Entry = memo(function Entry({ entry, mergedCount, targetText, mayOpen }: EntryProps) {
  const t = useT('qna/ledger');
  const common = useT('qna');
  const outcome = outcomeOf(entry);
  return (
    <li id={`q-${entry.id}`} tabIndex={-1} className={classes.entry}>
      <div className={classes.head}>
        <Chip size="sm" kind={kinds[outcome]}>
          {t(`outcome.${outcome}`)}
        </Chip>
        {entry.labels.map((label) => (
          <Chip key={label} size="sm">
            {label}
          </Chip>
        ))}
        <span className={`${classes.number} num`} translate="no">
          {t('entry.number', { number: entry.number })}
        </span>
        <Votes count={entry.votes} look="entry" />
      </div>
      <QuestionText as="h3" look="entry" data-kept={entry.text === null || undefined}>
        {entry.text ?? t(`entry.kept.${entry.kept ?? 'declined'}`)}
      </QuestionText>
      <Asked entry={entry} />
      {entry.decline !== null && (
        <p className={classes.line}>{t('entry.declined', { reason: common(`decline.${entry.decline}`) })}</p>
      )}
      {mergedCount > 0 && <p className={classes.line}>{t('entry.holds', { count: mergedCount })}</p>}
      {entry.mergedInto !== null && (
        <p className={classes.line}>
          <IconGitMerge aria-hidden="true" />
          <span>
            {t('entry.mergedInto')}{' '}
            <Link to={{ search: '', hash: `#q-${entry.mergedInto}` }} preventScrollReset>
              {targetText ?? t('entry.mergedTarget')}
            </Link>
          </span>
        </p>
      )}
      {entry.answer && <Answer answer={entry.answer} />}
      {mayOpen && entry.author === null && entry.text !== null && (
        <AskOpening inquiryId={entry.id} text={entry.text} />
      )}
    </li>
  );
});

function Asked({ entry }: { entry: LedgerEntry }) {
  const t = useT('qna/ledger');
  const facts = useQuestionFacts();
  const { dateTime } = useFormat();
  const at = dateTime(entry.askedAt);
  // Of a text that nobody may read, nothing is said of its author either.
  const who = entry.text === null ? '' : facts.nameAndUnit(entry.author);
  return (
    <QuestionLine look="entry">{joined([who, entry.author ? at : t('entry.about', { at })])}</QuestionLine>
  );
}

function Answer({ answer }: { answer: NonNullable<LedgerEntry['answer']> }) {
  const t = useT('qna/ledger');
  const { dateTime, durationUsed } = useFormat();
  const facts = [
    answer.by,
    dateTime(answer.at),
    answer.seconds === null ? '' : t('entry.took', { time: durationUsed(answer.seconds * 1000) }),
  ];
  return (
    <div className={classes.answer}>
      <p className={classes.line}>
        <b>{answer.how === 'on_air' ? t('entry.answeredOnAir') : t('entry.answeredInWriting')}</b>
        {` · ${joined(facts)}`}
      </p>
      {answer.text !== '' && <WrittenAnswer text={answer.text} />}
    </div>
  );
}
