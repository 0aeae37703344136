import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { FailedJob } from '../../shared/operation/failed-job.schema.js';
import { isFailure } from '../platform/api/api-failure.js';
import { useFailureText } from '../platform/api/errors.js';
import { useT } from '../platform/text/i18n.js';
import { Button } from '../ui/form/button.js';
import { ConfirmDialog } from '../ui/feedback/confirm-dialog.js';
import { EmptyState } from '../ui/feedback/empty-state.js';
import { QueryStates } from '../ui/feedback/query-states.js';
import { PageHeader } from '../ui/layout/page-header.js';
import { Panel } from '../ui/layout/panel.js';
import { RowBones } from '../ui/feedback/skeletons.js';
import { showDone, showFailed } from '../ui/feedback/toast-queue.js';
import { useFailedJobs, useJobDecisions } from './failed-job.api.js';
import { FailedJobTable } from './failed-job-table.js';
import classes from './failed-jobs.module.css';
import { useJobName } from './job-name.js';

export function Component() {
  const t = useT('operation');
  const nameOf = useJobName();
  const jobs = useFailedJobs();
  const { runAgain, skip, decide } = useDecisions();
  const [skipping, setSkipping] = useState<FailedJob | null>(null);
  const leave = async (job: FailedJob) => {
    await decide(skip.mutateAsync(job.id), t('failed.skipped'));
    setSkipping(null);
  };
  return (
    <>
      <PageHeader title={t('failed.title')} subtitle={t('failed.subtitle')} />
      <Panel kind="flush">
        <Found jobs={jobs}>
          {(items) => (
            <FailedJobTable
              jobs={items}
              running={runAgain.isPending ? runAgain.variables : null}
              onRunAgain={(job) => void decide(runAgain.mutateAsync(job.id), t('failed.queued'))}
              onSkip={setSkipping}
            />
          )}
        </Found>
      </Panel>
      {skipping && (
        <ConfirmDialog
          open
          title={t('failed.skipTitle', { name: nameOf(skipping.name) })}
          confirmText={t('failed.skip')}
          confirmKind="danger"
          busy={skip.isPending}
          busyText={t('failed.skipping')}
          cancelText={t('failed.keep')}
          onConfirm={() => void leave(skipping)}
          onCancel={() => setSkipping(null)}
        >
          {t('failed.skipText')}
        </ConfirmDialog>
      )}
    </>
  );
}

/** A decision says in the end what came of it, also that somebody else was faster. */
function useDecisions() {
  const t = useT('operation');
  const explain = useFailureText('operation');
  const decide = async (decision: Promise<void>, done: string) => {
    try {
      await decision;
      showDone(done);
    } catch (error) {
      showFailed(isFailure(error, 'not_found') ? t('failed.gone') : explain(error));
    }
  };
  return { ...useJobDecisions(), decide };
}

type FoundProps = {
  jobs: ReturnType<typeof useFailedJobs>;
  children: (items: FailedJob[]) => React.ReactNode;
};

function Found({ jobs, children }: FoundProps) {
  const t = useT('operation');
  const none = (
    <EmptyState icon={<IconCircleCheck />} title={t('failed.none')}>
      {t('failed.noneHint')}
    </EmptyState>
  );
  return (
    <QueryStates
      query={jobs}
      texts="operation"
      failed={t('failed.notLoaded')}
      loading={
        <div className={classes.waiting}>
          <RowBones rows={4} />
        </div>
      }
      empty={({ pages }) => pages.every(({ items }) => items.length === 0) && none}
    >
      {({ pages }) => (
        <>
          {children(pages.flatMap(({ items }) => items))}
          {jobs.hasNextPage && (
            <div className={classes.more}>
              <Button
                busy={jobs.isFetchingNextPage}
                busyText={t('failed.loadingMore')}
                onClick={() => void jobs.fetchNextPage()}
              >
                {t('failed.more')}
              </Button>
            </div>
          )}
        </>
      )}
    </QueryStates>
  );
}
