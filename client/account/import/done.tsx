import {
  IconArrowBackUp,
  IconArrowRight,
  IconCircleCheckFilled,
  IconDownload,
  IconFileDownload,
  IconPrinter,
  IconTicket,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { MemberImportView } from '../../../shared/account/member-import.schema.js';
import { download } from '../../platform/api/download.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useServerNow } from '../../platform/time/server-time.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import { useDownload } from '../../ui/feedback/use-download.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { ImportHeader } from './import-header.js';
import { useImportFiles, useUndo } from './import.api.js';
import classes from './preview.module.css';

/** The clocks of server and page may differ by a moment; more than was granted is never shown. */
const UNDO_MS = 10 * 60_000;
const SLIPS_TO_A_PAGE = 8;

type Applied = NonNullable<MemberImportView['applied']>;

/** What came of it, the way back for a while, and what to do next. */
export function Done({ view, applied }: { view: MemberImportView; applied: Applied }) {
  const t = useT('account/import');
  const { number, time } = useFormat();
  const { counts } = applied;
  const all = counts.new + counts.changed + counts.transferred + counts.left;
  const parts = (['new', 'changed', 'transferred', 'left'] as const)
    .filter((action) => counts[action] > 0)
    .map((action) => t(`done.${action}`, { number: number(counts[action]), count: counts[action] }));
  return (
    <>
      <ImportHeader title={t('done.title', { number: number(all), count: all })} />
      <div className={classes.steps}>
        <Panel>
          <div className={classes.head}>
            <IconCircleCheckFilled className={classes.ok} aria-hidden="true" />
            <p role="status">
              <strong>{parts.join(', ')}</strong>
              {t('done.when', { file: view.fileName, time: time(applied.at), count: applied.seconds })}
            </p>
            <Undo view={view} until={applied.undoUntil} />
          </div>
        </Panel>
        <Panel>
          {applied.slips > 0 && <Slips view={view} slips={applied.slips} />}
          {view.counts.wrong > 0 && <Wrong view={view} />}
          <Link className={classes.onward} to="/organise/members">
            {t('done.toMembers')}
            <IconArrowRight size={18} aria-hidden="true" />
          </Link>
        </Panel>
      </div>
    </>
  );
}

function Undo({ view, until }: { view: MemberImportView; until: string | null }) {
  const t = useT('account/import');
  const explain = useFailureText('account/import');
  const { clockLeft } = useFormat();
  const undo = useUndo(view.id);
  const now = useServerNow(1_000);
  const left = until === null ? 0 : Date.parse(until) - now;
  const run = async () => {
    try {
      await undo.mutateAsync();
      showDone(t('done.undone'));
    } catch (error) {
      showFailed(explain(error));
    }
  };
  if (left <= 0) return null;
  return (
    <Button
      icon={<IconArrowBackUp />}
      busy={undo.isPending}
      busyText={t('done.undoing')}
      onClick={() => void run()}
    >
      {t('done.undo')} <span className="num">{clockLeft(Math.min(left, UNDO_MS))}</span>
    </Button>
  );
}

function Slips({ view, slips }: { view: MemberImportView; slips: number }) {
  const t = useT('account/import');
  const common = useT('platform');
  const explain = useFailureText('account/import', 'account');
  const { number } = useFormat();
  const files = useImportFiles(view.id);
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    try {
      const body = { lang: files.lang };
      await download(files.slips, () => showDone(common('download.preparing')), body);
    } catch (error) {
      showFailed(explain(error));
    } finally {
      setBusy(false);
    }
  };
  const pages = Math.ceil(slips / SLIPS_TO_A_PAGE);
  return (
    <div className={classes.next}>
      <span className={classes.sign} data-tone="now" aria-hidden="true">
        <IconTicket />
      </span>
      <p>
        <strong>{t('done.slips', { number: number(slips), count: slips })}</strong>
        {t('done.slipsAbout')}
      </p>
      <Button
        kind="primary"
        icon={<IconPrinter />}
        busy={busy}
        busyText={t('done.printing')}
        onClick={() => void print()}
      >
        {t('done.print', { number: number(pages), count: pages })}
      </Button>
    </div>
  );
}

function Wrong({ view }: { view: MemberImportView }) {
  const t = useT('account/import');
  const { number } = useFormat();
  const files = useImportFiles(view.id);
  const onDownload = useDownload('account/import');
  const words = { number: number(view.counts.wrong), count: view.counts.wrong };
  return (
    <div className={classes.next}>
      <span className={classes.sign} aria-hidden="true">
        <IconFileDownload />
      </span>
      <p>
        <strong>{t('done.wrong', words)}</strong>
        {t('done.wrongAbout')}
      </p>
      <a className={classes.download} href={files.wrong} onClick={onDownload}>
        <IconDownload size={18} aria-hidden="true" />
        {t('preview.wrongFile', words)}
      </a>
    </div>
  );
}
