import { IconMicrophoneOff } from '@tabler/icons-react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import { Question } from '../question/question.js';
import { QuestionLine } from '../question/question-words.js';

type CurrentQuestionProps = { question: PublicInquiry | null; isLooking: boolean; answeredBy: string };

export function CurrentQuestion({ question, isLooking, answeredBy }: CurrentQuestionProps) {
  const t = useT('qna/presenter');
  if (question) {
    return (
      <section aria-label={t('current')}>
        <Question question={question} look="lectern" isNews />
        {answeredBy !== '' && (
          <QuestionLine look="lectern">
            {t('answeredBy')} <b>{answeredBy}</b>
          </QuestionLine>
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
