import { IconCheck, IconGitMerge, IconTag, IconX } from '@tabler/icons-react';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { KeyHint } from '../../../ui/data/key-hint.js';
import { measureFoot } from '../../audience/page-foot.js';
import { useDesk } from '../state/desk-context.js';
import { mayMove } from '../state/desk-may.rules.js';
import { useBulk } from '../state/use-bulk.js';
import classes from './bulk-bar.module.css';

/** One question is kept and so many go into it. */
const MAX_MERGED = 21;

/** What can be done with everything that is chosen, by these buttons alone. */
export function BulkBar() {
  const t = useT('qna/desk');
  const { picks } = useDesk();
  const { open, ids, taken } = picks;
  return (
    <footer ref={measureFoot} className={classes.bar} data-on-deep="">
      <div className={classes.acts} role="toolbar" aria-label={t('bulk.acts', { count: open.length })}>
        <strong className={classes.count} role="status">
          {t('bulk.chosen', { count: ids.size })}
          {taken > 0 && <span className={classes.taken}>{t('bulk.taken', { count: taken })}</span>}
        </strong>
        <BulkButtons />
        <span className={classes.hint}>{t('bulk.keys')}</span>
      </div>
      <Button
        kind="deep"
        size="sm"
        className={classes.clear}
        iconAfter={
          <span className={classes.key} aria-hidden="true">
            <KeyHint keys="Escape" />
          </span>
        }
        onClick={picks.clear}
      >
        {t('pick.clear')}
      </Button>
    </footer>
  );
}

function BulkButtons() {
  const t = useT('qna/desk');
  const { picks, role, actions } = useDesk();
  const { busy, run } = useBulk('approve');
  const { open } = picks;
  const [first] = open;
  if (!first) return null;
  const may = (kind: 'approve' | 'decline' | 'label' | 'merge') => mayMove(role, kind, first);
  const approve = actions.online(() => void run((place) => ({ kind: 'approve', ...place })));
  const ids = open.map(({ id }) => id);
  return (
    <div className={classes.buttons}>
      {may('approve') && (
        <Button
          size="sm"
          className={classes.main}
          icon={<IconCheck aria-hidden="true" />}
          aria-disabled={busy}
          onClick={() => busy || approve()}
        >
          {t('bulk.approve', { count: open.length })}
        </Button>
      )}
      {may('decline') && (
        <Button
          kind="deep"
          size="sm"
          icon={<IconX aria-hidden="true" />}
          onClick={() => actions.open({ kind: 'declineAll' })}
        >
          {t('act.decline')}
        </Button>
      )}
      {may('label') && (
        <Button
          kind="deep"
          size="sm"
          icon={<IconTag aria-hidden="true" />}
          onClick={() => actions.open({ kind: 'labelAll' })}
        >
          {t('act.labels')}
        </Button>
      )}
      {may('merge') && ids.length > 1 && ids.length <= MAX_MERGED && (
        <Button
          kind="deep"
          size="sm"
          icon={<IconGitMerge aria-hidden="true" />}
          onClick={() => actions.open({ kind: 'merge', inquiryIds: ids })}
        >
          {t('act.merge')}
        </Button>
      )}
    </div>
  );
}
