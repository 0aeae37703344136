import type { FailedJob, FailedJobId } from '../../shared/operation/failed-job.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { Button } from '../ui/form/button.js';
import { DataTable, type Column } from '../ui/data/data-table.js';
import classes from './failed-jobs.module.css';
import { useJobName } from './job-name.js';

type FailedJobTableProps = {
  jobs: FailedJob[];
  /** The one that is being sent back into its queue. */
  running: FailedJobId | null | undefined;
  onRunAgain: (job: FailedJob) => void;
  onSkip: (job: FailedJob) => void;
};

export function FailedJobTable({ jobs, running, onRunAgain, onSkip }: FailedJobTableProps) {
  const t = useT('operation');
  const { dateTime, number } = useFormat();
  const nameOf = useJobName();
  const columns: Column<FailedJob>[] = [
    { key: 'name', header: t('failed.name'), primary: true, cell: (job) => <Which job={job} /> },
    { key: 'since', header: t('failed.since'), width: 176, cell: (job) => dateTime(job.since) },
    { key: 'failedAt', header: t('failed.givenUp'), width: 176, cell: (job) => dateTime(job.failedAt) },
    { key: 'tries', header: t('failed.tries'), width: 90, numeric: true, cell: (job) => number(job.tries) },
    {
      key: 'decisions',
      header: t('failed.decisions'),
      width: 250,
      cell: (job) => (
        <span className={classes.decisions}>
          <Button
            size="sm"
            kind="soft"
            aria-label={t('failed.runAgainOf', { name: nameOf(job.name) })}
            busy={running === job.id}
            busyText={t('failed.sending')}
            onClick={() => onRunAgain(job)}
          >
            {t('failed.runAgain')}
          </Button>
          <Button
            size="sm"
            kind="ghost"
            aria-label={t('failed.skipOf', { name: nameOf(job.name) })}
            onClick={() => onSkip(job)}
          >
            {t('failed.skip')}
          </Button>
        </span>
      ),
    },
  ];
  return <DataTable caption={t('failed.title')} columns={columns} rows={jobs} keyOf={(job) => job.id} />;
}

function Which({ job }: { job: FailedJob }) {
  const t = useT('operation');
  const nameOf = useJobName();
  return (
    <span className={classes.which}>
      {nameOf(job.name)}
      <small>{t('failed.error', { error: t(`error.${job.error}`, { defaultValue: job.error }) })}</small>
      <small>{t('failed.logged', { id: job.jobId })}</small>
    </span>
  );
}
