import { IconAlertTriangle, IconCloudCheck, IconCloudX, IconDeviceMobileCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../../platform/text/i18n.js';
import { Spinner } from '../../../ui/form/spinner.js';
import classes from './draft-state.module.css';
import type { SaveStatus } from '../../../platform/keep/draft-saver.js';

const icons: Record<SaveStatus, ReactNode> = {
  saved: <IconCloudCheck />,
  unsaved: <Spinner />,
  saving: <Spinner />,
  offline: <IconDeviceMobileCheck />,
  held: <IconAlertTriangle />,
  failed: <IconCloudX />,
  stale: <IconCloudX />,
};

/** What became of the last change of the draft. */
export function DraftState({ status, onRetry }: { status: SaveStatus; onRetry: () => void }) {
  const t = useT('contest/builder');
  return (
    <span className={classes.state} data-status={status} role="status">
      {icons[status]}
      {status === 'failed' ? (
        <button type="button" onClick={onRetry}>
          {t('save.failed')}
        </button>
      ) : (
        t(`save.${status}`)
      )}
    </span>
  );
}
