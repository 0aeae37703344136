import { Navigate, useParams } from 'react-router';
import { useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import { BuilderFrame } from './builder-frame.js';
import { useDraft } from './draft/builder.api.js';
import { stepOf } from './draft/steps.rules.js';

export function Component() {
  const { id = '', step } = useParams();
  const t = useT('contest/builder');
  return (
    <QueryStates
      page
      query={useDraft(id)}
      texts="contest/builder"
      failed={t('failed')}
      loading={<PageBones />}
    >
      {(draft) => {
        const place = stepOf(step, draft.state === 'draft');
        // One address for each step, so that the browser's back leads where one was.
        if (step !== place) return <Navigate to={`/organise/contests/${id}/${place}`} replace />;
        return <BuilderFrame key={id} view={draft} step={place} />;
      }}
    </QueryStates>
  );
}
