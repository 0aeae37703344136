import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import { KeyPanel } from './key-panel.js';
import { useKeyHolders } from './keys.api.js';
import classes from './keys.module.css';
import { OpeningsPanel } from './openings-panel.js';

/** For the few who are asked to hold one of the two keys: their key, and the names that somebody wants opened. */
export function Component() {
  const t = useT('qna/keys');
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <div className={classes.grid}>
        <Own />
        <OpeningsPanel />
      </div>
    </div>
  );
}

function Own() {
  const t = useT('qna/keys');
  const explain = useFailureText('qna');
  const { member } = useSession();
  const list = useKeyHolders();
  if (list.data) {
    return <KeyPanel own={list.data.items.find(({ memberId }) => memberId === member?.id) ?? null} />;
  }
  if (list.isError) {
    return (
      <ErrorState title={t('own.failed')} onRetry={() => void list.refetch()} retrying={list.isFetching}>
        {explain(list.error)}
      </ErrorState>
    );
  }
  return (
    <Loading onRetry={() => void list.refetch()}>
      <Bone height={320} />
    </Loading>
  );
}
