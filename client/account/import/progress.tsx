import type { MemberImportView } from '../../../shared/account/member-import.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useServerNow } from '../../platform/time/server-time.js';
import { ProgressBar } from '../../ui/feedback/progress-bar.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './preview.module.css';
import { ImportHeader } from './import-header.js';
import { useStop } from './import.api.js';

type Run = NonNullable<MemberImportView['run']>;

/** It goes on without this page. */
export function Progress({ view, run }: { view: MemberImportView; run: Run }) {
  const t = useT('account/import');
  const explain = useFailureText('account/import');
  const { number } = useFormat();
  const stop = useStop(view.id);
  const seconds = useSecondsLeft(run);
  const end = async () => {
    try {
      await stop.mutateAsync();
    } catch (error) {
      showFailed(explain(error));
    }
  };
  const left = seconds === null ? view.fileName : t('run.left', { file: view.fileName, count: seconds });
  return (
    <>
      <ImportHeader title={t('run.title', { number: number(run.total), count: run.total })} />
      <Panel className={classes.narrow}>
        <div className={classes.head}>
          <p>
            <strong>
              {t('run.done', { done: number(run.done), total: number(run.total), count: run.total })}
            </strong>
            {left}
          </p>
          <Button
            busy={stop.isPending || stop.isSuccess}
            busyText={t('run.stopping')}
            onClick={() => void end()}
          >
            {t('run.stop')}
          </Button>
        </div>
        <ProgressBar value={run.done} max={run.total} label={t('run.bar')} />
        <p className={classes.note}>{t('run.note')}</p>
      </Panel>
    </>
  );
}

/** By the pace so far; null as long as there is none. */
function useSecondsLeft({ done, total, startedAt }: Run): number | null {
  const now = useServerNow(1_000);
  if (done === 0) return null;
  const perRow = (now - Date.parse(startedAt)) / done;
  return Math.max(1, Math.ceil(((total - done) * perRow) / 1_000));
}
