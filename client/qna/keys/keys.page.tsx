import { useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Bone } from '../../ui/feedback/skeletons.js';
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
  const { member } = useSession();
  return (
    <div>
      <QueryStates
        query={useKeyHolders()}
        texts="qna"
        failed={t('own.failed')}
        loading={<Bone height={320} />}
      >
        {({ items }) => <KeyPanel own={items.find(({ memberId }) => memberId === member?.id) ?? null} />}
      </QueryStates>
    </div>
  );
}
