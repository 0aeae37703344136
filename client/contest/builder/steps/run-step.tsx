import {
  IconBan,
  IconChartBar,
  IconExternalLink,
  IconFileTypeCsv,
  IconFileTypeXls,
  IconListSearch,
  IconUserCheck,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useFailureText } from '../../../platform/api/errors.js';
import { useFormat, useLanguage, useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button, ButtonLink, DownloadLink } from '../../../ui/form/button.js';
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.js';
import { Panel } from '../../../ui/layout/panel.js';
import { StatCell, StatRow } from '../../../ui/data/stat-cell.js';
import { useDownload } from '../../../ui/feedback/use-download.js';
import { showDone } from '../../../ui/feedback/toast-queue.js';
import { useBuilder } from '../draft/builder-context.js';
import { attemptsFile, cancelContest, draftKey, ownContestsKey } from '../draft/builder.api.js';
import { ExtendWindow } from './extend-window.js';
import { ExtraTimes } from './extra-times.js';
import { Reopenings } from './reopenings.js';
import classes from './run-step.module.css';
import { UnitProgressPanel } from './unit-progress.js';

/** A published contest: who is in the round, more time for all or for one, and ending it early. */
export function RunStep() {
  const { view, round } = useBuilder();
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        <Counts />
        <UnitProgressPanel key={round.id} />
      </div>
      <div className={classes.column}>
        {round.can.extend && <ExtendWindow key={`${round.id} ${round.closesAt}`} />}
        <ExtraTimes key={round.id} />
        {view.state !== 'cancelled' && <Reopenings key={`reopen ${round.id}`} />}
        {view.can.cancel && <Cancellation />}
      </div>
    </div>
  );
}

function Counts() {
  const t = useT('contest/builder');
  const { number, dateTime } = useFormat();
  const language = useLanguage();
  const save = useDownload('contest/builder');
  const { view, round } = useBuilder();
  const { opensAt, closesAt } = round;
  return (
    <Panel title={round.title}>
      {opensAt !== null && closesAt !== null && (
        <p className={classes.window}>
          {t('publish.window', { from: dateTime(opensAt), to: dateTime(closesAt) })}
        </p>
      )}
      <StatRow>
        <StatCell label={t('run.entrants')} value={number(round.entrantCount)} />
        <StatCell
          label={t('run.running')}
          value={number(round.runningCount)}
          tone={round.runningCount > 0 ? 'now' : 'plain'}
        />
        <StatCell label={t('run.submitted')} value={number(round.submittedCount)} tone="good" />
      </StatRow>
      <div className={classes.links}>
        <ButtonLink
          icon={<IconChartBar aria-hidden="true" />}
          to={`/contests/${view.id}/rounds/${round.id}/standings`}
        >
          {t('run.standings')}
        </ButtonLink>
        <ButtonLink icon={<IconListSearch aria-hidden="true" />} to={`/organise/rounds/${round.id}/attempts`}>
          {t('run.attempts')}
        </ButtonLink>
        <ButtonLink icon={<IconUserCheck aria-hidden="true" />} to={`/organise/turnout?round=${round.id}`}>
          {t('run.turnout')}
        </ButtonLink>
        <DownloadLink
          icon={<IconFileTypeXls aria-hidden="true" />}
          href={attemptsFile(round.id, 'xlsx', language)}
          onClick={save}
        >
          {t('run.attemptsXlsx')}
        </DownloadLink>
        <DownloadLink
          icon={<IconFileTypeCsv aria-hidden="true" />}
          href={attemptsFile(round.id, 'csv', language)}
          onClick={save}
        >
          {t('run.attemptsCsv')}
        </DownloadLink>
        <ButtonLink kind="ghost" icon={<IconExternalLink aria-hidden="true" />} to={`/contests/${view.id}`}>
          {t('run.page')}
        </ButtonLink>
      </div>
    </Panel>
  );
}

function Cancellation() {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const client = useQueryClient();
  const { view } = useBuilder();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const cancel = useMutation({
    mutationFn: () => cancelContest(view.id, reason.trim()),
    onSuccess: (next) => {
      client.setQueryData(draftKey(next.id), next);
      void client.invalidateQueries({ queryKey: ownContestsKey });
      setAsking(false);
      showDone(t('cancel.done'));
    },
  });
  const missing = tried && reason.trim() === '';
  return (
    <Panel title={t('cancel.title')}>
      <p className={classes.text}>{t('cancel.hint')}</p>
      <Button kind="danger-soft" icon={<IconBan />} onClick={() => setAsking(true)}>
        {t('cancel.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('cancel.confirmTitle', { title: view.title })}
        confirmText={t('cancel.button')}
        confirmKind="danger"
        busy={cancel.isPending}
        busyText={t('cancel.busy')}
        onConfirm={() => {
          setTried(true);
          if (reason.trim() !== '') cancel.mutate();
        }}
        cancelText={t('cancel.keep')}
        onCancel={() => setAsking(false)}
      >
        <p className={classes.text}>{t('cancel.text')}</p>
        <Textarea
          label={t('reason.label')}
          description={t('reason.shown')}
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={missing && t('reason.missing')}
        />
        {cancel.isError && (
          <Banner tone="danger" role="alert">
            {explain(cancel.error)}
          </Banner>
        )}
      </ConfirmDialog>
    </Panel>
  );
}
