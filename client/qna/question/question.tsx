import { IconArrowBigUp, IconArrowBigUpFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { joined, QuestionLine, QuestionText, useQuestionFacts, type Look } from './question-words.js';
import classes from './question.module.css';

type QuestionProps = {
  question: Pick<PublicInquiry, 'text' | 'author' | 'votes'>;
  look: Extract<Look, 'lectern' | 'next' | 'air' | 'queue'>;
  /** A new question is news to be read out. Votes are not: they change too often. */
  isNews?: boolean;
  isGone?: boolean;
  /** At the end of the line. */
  children?: ReactNode;
};

/** A question as most screens show it: its words, and below them who asked and how many support it. */
export function Question({ question, look, isNews, isGone, children }: QuestionProps) {
  const facts = useQuestionFacts();
  const { text, author, votes } = question;
  const said = look === 'lectern' ? [facts.name(author), author?.unit ?? ''] : [facts.name(author)];
  return (
    <>
      <QuestionText look={look} aria-live={isNews ? 'polite' : undefined} data-gone={isGone || undefined}>
        {text}
      </QuestionText>
      <QuestionLine look={look}>
        {look === 'next' || look === 'queue' ? (
          <>
            <Votes count={votes} look={look} />
            <span>{facts.name(author)}</span>
          </>
        ) : (
          joined([...said, facts.votes(votes)])
        )}
        {children}
      </QuestionLine>
    </>
  );
}

type VotesProps = {
  count: number;
  look: Extract<Look, 'card' | 'next' | 'queue' | 'entry' | 'stage' | 'upcoming'>;
};

/** How many support a question. Where there is little room, the arrow says what is counted. */
export function Votes({ count, look }: VotesProps) {
  const t = useT('qna');
  const { number } = useFormat();
  const facts = useQuestionFacts();
  const Arrow = look === 'stage' ? IconArrowBigUpFilled : IconArrowBigUp;
  return (
    <span className={classes.votes} data-look={look}>
      <Arrow aria-hidden="true" />
      {look === 'next' || look === 'entry' ? (
        facts.votes(count)
      ) : (
        <>
          <b className="num" translate="no">
            {number(count)}
          </b>
          <span className={look === 'stage' ? undefined : 'visually-hidden'}>
            {t('votesWord', { count })}
          </span>
        </>
      )}
    </span>
  );
}
