import type { ComponentPropsWithoutRef } from 'react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import classes from './question.module.css';

/**
 * Where a question is read, which says how large: a `card` of the desk, the audience’s `list` and what has the `floor`
 * there, the speaker’s `lectern` and what comes `next`, on the remote what is on `air` and the `queue`, an `entry` of the
 * ledger, the projector’s `stage` and what is `upcoming` there.
 */
export type Look =
  'card' | 'list' | 'floor' | 'lectern' | 'next' | 'air' | 'queue' | 'entry' | 'stage' | 'upcoming';

type QuestionTextProps = Omit<ComponentPropsWithoutRef<'p'>, 'className'> & {
  look: Look;
  as?: 'p' | 'h1' | 'h3';
  /** It has left the list it is drawn in. */
  'data-gone'?: boolean;
  /** Said in the place of words that are kept back. */
  'data-kept'?: boolean;
};

/** The words of a question. */
export function QuestionText({ look, as: Tag = 'p', ...rest }: QuestionTextProps) {
  return <Tag className={classes.text} data-look={look} {...rest} />;
}

type QuestionLineProps = Omit<ComponentPropsWithoutRef<'p'>, 'className'> & { look: Look };

/** What is said of a question in a line: who asked, how many support it, when. */
export function QuestionLine({ look, ...rest }: QuestionLineProps) {
  return <p className={classes.line} data-look={look} {...rest} />;
}

/** Who asked and how many support it, in words, for a line of one’s own. */
export function useQuestionFacts() {
  const t = useT('qna');
  const { number } = useFormat();
  const name = (author: PublicInquiry['author']) => author?.name ?? t('anonymous');
  return {
    name,
    /** “Phạm Văn An, Đoàn trường”. */
    nameAndUnit: (author: PublicInquiry['author']) =>
      [name(author), author?.unit ?? ''].filter((part) => part !== '').join(', '),
    votes: (count: number) => t('votes', { count, shown: number(count) }),
  };
}

/** What there is to say, in one line. */
export const joined = (facts: readonly string[]): string => facts.filter((fact) => fact !== '').join(' · ');
