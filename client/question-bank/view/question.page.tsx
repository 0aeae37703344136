import { useParams } from 'react-router';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { Loading, PageBones } from '../../ui/feedback/skeletons.js';
import { QuestionDetail } from '../question/question-detail.js';
import { useQuestion } from '../question/question.api.js';
import { ReviewActions } from '../question/review-actions.js';
import classes from './question.page.module.css';

export function Component() {
  const { id = '' } = useParams();
  const t = useT('question-bank');
  const explain = useFailureText('question-bank');
  const question = useQuestion(id);
  if (isFailure(question.error, 'not_found')) throw question.error;
  if (question.data) {
    return (
      <div className={classes.page}>
        <PageHeader
          title={t('detail.title', { code: question.data.code })}
          crumbs={[{ to: '/organise/questions', label: t('list.title') }]}
          actions={<ReviewActions question={question.data} />}
        />
        <Panel>
          <h2 className="visually-hidden">{t('detail.label')}</h2>
          <QuestionDetail question={question.data} />
        </Panel>
      </div>
    );
  }
  if (question.isError) {
    return (
      <ErrorState
        title={t('detail.failed')}
        onRetry={() => void question.refetch()}
        retrying={question.isFetching}
      >
        {explain(question.error)}
      </ErrorState>
    );
  }
  return (
    <Loading onRetry={() => void question.refetch()}>
      <PageBones />
    </Loading>
  );
}
