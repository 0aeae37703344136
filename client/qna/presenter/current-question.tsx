import { IconMicrophoneOff } from '@tabler/icons-react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import classes from './presenter.module.css';

type CurrentQuestionProps = { question: PublicInquiry | null; isLooking: boolean; answeredBy: string };

export function CurrentQuestion({ question, isLooking, answeredBy }: CurrentQuestionProps) {
  const t = useT('qna/presenter');
  const common = useT('qna');
  const { number } = useFormat();
  if (question) {
    const facts = [
      question.author?.name ?? common('anonymous'),
      question.author?.unit ?? '',
      common('votes', { count: question.votes, shown: number(question.votes) }),
    ];
    return (
      <section aria-label={t('current')}>
        {/* Votes change too often to be read out; a new question is news. */}
        <p className={classes.text} aria-live="polite">
          {question.text}
        </p>
        <p className={classes.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
        {answeredBy !== '' && (
          <p className={classes.facts}>
            {t('answeredBy')} <b>{answeredBy}</b>
          </p>
        )}
      </section>
    );
  }
  if (isLooking) {
    return (
      <Loading>
        <Bone height={160} />
      </Loading>
    );
  }
  return (
    <EmptyState icon={<IconMicrophoneOff />} title={t('none')}>
      {t('noneText')}
    </EmptyState>
  );
}
