import { IconEye, IconStar, IconUserQuestion } from '@tabler/icons-react';
import type { FairReason, ListedInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Chip } from '../../../ui/data/chip.js';
import { AnswerText } from '../../question/answer-text.js';
import { QuestionLine, QuestionText, useQuestionFacts } from '../../question/question-words.js';
import classes from './question-card.module.css';
import { VoteButton } from './vote-button.js';

type OwnAs = 'asked' | 'merged' | null;

type QuestionCardProps = {
  inquiry: ListedInquiry;
  own: OwnAs;
  voting: boolean;
  isNext?: boolean;
  onVote: (inquiryId: InquiryId, up: boolean) => Promise<void>;
};

/** A question of the room: support at the left under the thumb, words at the right. */
export function QuestionCard({ inquiry, own, voting, isNext, onVote }: QuestionCardProps) {
  const t = useT('qna/audience');
  return (
    <li className={classes.card} data-inquiry={inquiry.id}>
      <VoteButton inquiry={inquiry} fixed={!voting || (own !== null && !inquiry.voted)} onVote={onVote} />
      <div className={classes.words}>
        {isNext && <p className={classes.next}>{t('card.next')}</p>}
        <QuestionText look="list">{inquiry.text}</QuestionText>
        <Byline inquiry={inquiry} own={own} />
        {inquiry.fair && <FairLine fair={inquiry.fair} />}
        <Marks inquiry={inquiry} />
      </div>
      {inquiry.answer && (
        <div className={classes.answer}>
          <AnswerText answer={inquiry.answer} />
        </div>
      )}
    </li>
  );
}

function Byline({ inquiry, own }: { inquiry: ListedInquiry; own: OwnAs }) {
  const t = useT('qna/audience');
  const facts = useQuestionFacts();
  const { time } = useFormat();
  const { author, askedAt } = inquiry;
  return (
    <QuestionLine look="list">
      <span>
        {!author && <IconUserQuestion aria-hidden="true" />}
        {facts.nameAndUnit(author)}
      </span>
      <time dateTime={askedAt} className="num">
        {author ? time(askedAt) : t('card.about', { time: time(askedAt) })}
      </time>
      {own && <b>{t(own === 'asked' ? 'card.own' : 'card.joined')}</b>}
    </QuestionLine>
  );
}

/** Why the exposure-fair order puts it here. */
function FairLine({ fair }: { fair: FairReason }) {
  const t = useT('qna/audience');
  const { number, percent } = useFormat();
  const share = percent(Math.min(1, fair.votes / Math.max(1, fair.views)));
  const words =
    fair.views === 0
      ? t('fair.unseen')
      : t(`fair.${fair.kind}`, { count: fair.views, views: number(fair.views), share });
  return (
    <p className={classes.fair}>
      {fair.kind === 'support' ? <IconStar aria-hidden="true" /> : <IconEye aria-hidden="true" />}
      {words}
    </p>
  );
}

function Marks({ inquiry }: { inquiry: ListedInquiry }) {
  const t = useT('qna/audience');
  const { number } = useFormat();
  const { labels, mergedCount, edited } = inquiry;
  if (labels.length === 0 && mergedCount === 0 && !edited) return null;
  return (
    <p className={classes.marks}>
      {labels.map((label) => (
        <Chip key={label} size="sm" kind="navy">
          {label}
        </Chip>
      ))}
      {mergedCount > 0 && (
        <Chip size="sm">{t('card.merged', { count: mergedCount, shown: number(mergedCount) })}</Chip>
      )}
      {edited && <Chip size="sm">{t('card.edited')}</Chip>}
    </p>
  );
}
