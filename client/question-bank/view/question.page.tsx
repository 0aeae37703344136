import { useParams } from 'react-router';
import { useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import { QuestionDetail } from '../question/question-detail.js';
import { useQuestion } from '../question/question.api.js';
import { ReviewActions } from '../question/review-actions.js';
import classes from './question.page.module.css';

export function Component() {
  const { id = '' } = useParams();
  const t = useT('question-bank');
  return (
    <QueryStates
      page
      query={useQuestion(id)}
      texts="question-bank"
      failed={t('detail.failed')}
      loading={<PageBones />}
    >
      {(question) => (
        <div className={classes.page}>
          <PageHeader
            title={t('detail.title', { code: question.code })}
            crumbs={[{ to: '/organise/questions', label: t('list.title') }]}
            actions={<ReviewActions question={question} />}
          />
          <Panel>
            <h2 className="visually-hidden">{t('detail.label')}</h2>
            <QuestionDetail question={question} />
          </Panel>
        </div>
      )}
    </QueryStates>
  );
}
