import { Navigate, useParams } from 'react-router';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { Loading, PageBones } from '../../ui/feedback/skeletons.js';
import { BuilderFrame } from './builder-frame.js';
import { useDraft } from './draft/builder.api.js';
import { stepOf } from './draft/steps.rules.js';

export function Component() {
  const { id = '', step } = useParams();
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const draft = useDraft(id);
  if (draft.data) {
    const place = stepOf(step, draft.data.state === 'draft');
    // One address for each step, so that the browser's back leads where one was.
    if (step !== place) return <Navigate to={`/organise/contests/${id}/${place}`} replace />;
    return <BuilderFrame key={id} view={draft.data} step={place} />;
  }
  if (isFailure(draft.error, 'not_found')) throw draft.error;
  if (draft.isError) {
    return (
      <ErrorState title={t('failed')} onRetry={() => void draft.refetch()} retrying={draft.isFetching}>
        {explain(draft.error)}
      </ErrorState>
    );
  }
  return (
    <Loading onRetry={() => void draft.refetch()}>
      <PageBones />
    </Loading>
  );
}
