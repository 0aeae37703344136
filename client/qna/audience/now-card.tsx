import { IconMicrophone } from '@tabler/icons-react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { AnswerClock } from '../answer-clock/answer-clock.js';
import { QuestionLine, QuestionText, useQuestionFacts } from '../question/question-words.js';
import classes from './now-card.module.css';

type NowCardProps = {
  now: NonNullable<QnaSessionView['live']['now']>;
  /** Null while its words are still on the way. */
  inquiry: PublicInquiry | null;
  answerSeconds: number | null;
};

/** What is being answered, by whom and for how long. */
export function NowCard({ now, inquiry, answerSeconds }: NowCardProps) {
  const t = useT('qna/audience');
  const words = useT('qna');
  const facts = useQuestionFacts();
  const by = now.answeredBy !== '' && t('now.by', { name: now.answeredBy });
  return (
    <section className={classes.card} aria-labelledby="qna-now">
      <header className={classes.head}>
        <IconMicrophone aria-hidden="true" />
        <h2 id="qna-now">{words('state.answering')}</h2>
        <AnswerClock now={now} seconds={answerSeconds} />
      </header>
      <QuestionText look="floor">{inquiry?.text ?? t('now.unknown')}</QuestionText>
      <QuestionLine look="floor">
        {[by, inquiry && facts.votes(inquiry.votes)].filter(Boolean).join(', ')}
      </QuestionLine>
    </section>
  );
}
