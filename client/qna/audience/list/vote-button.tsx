import { IconArrowBigUp, IconArrowBigUpFilled } from '@tabler/icons-react';
import type { ListedInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { isFailure } from '../../../platform/api/api-failure.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { showDone, showFailed } from '../../../ui/feedback/toast-queue.js';
import { useQuestionFacts } from '../../question/question-words.js';
import classes from './vote-button.module.css';

type VoteButtonProps = {
  inquiry: Pick<ListedInquiry, 'id' | 'votes' | 'voted' | 'text'>;
  /** One's own question that one does not support, or votes are closed: the count is shown and cannot be pressed. */
  fixed: boolean;
  onVote: (inquiryId: InquiryId, up: boolean) => Promise<void>;
};

export function VoteButton({ inquiry, fixed, onVote }: VoteButtonProps) {
  const t = useT('qna/audience');
  const { number } = useFormat();
  const explain = useFailureText('qna');
  const count = useQuestionFacts().votes(inquiry.votes);
  const face = (
    <>
      {inquiry.voted ? <IconArrowBigUpFilled aria-hidden="true" /> : <IconArrowBigUp aria-hidden="true" />}
      <span aria-hidden="true">{number(inquiry.votes)}</span>
    </>
  );
  if (fixed) {
    return (
      <span
        className={`${classes.vote} num`}
        data-fixed=""
        data-voted={inquiry.voted || undefined}
        translate="no"
      >
        {face}
        <span className="visually-hidden">{count}</span>
      </span>
    );
  }
  const vote = () =>
    onVote(inquiry.id, !inquiry.voted).catch((error: unknown) => {
      // Nobody did anything wrong: the answer was a moment faster.
      const say = isFailure(error, 'qna.answered') ? showDone : showFailed;
      say(explain(error));
    });
  return (
    <button
      type="button"
      className={`${classes.vote} num`}
      aria-pressed={inquiry.voted}
      aria-label={t('vote.label', { votes: count })}
      title={inquiry.voted ? t('vote.takeBack') : t('vote.give')}
      onClick={() => void vote()}
      translate="no"
    >
      {face}
    </button>
  );
}
