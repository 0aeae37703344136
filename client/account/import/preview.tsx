import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { MemberImportView } from '../../../shared/account/member-import.schema.js';
import { ApiFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { useDownload } from '../../ui/feedback/use-download.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { ACTION_ICONS } from './action-icons.js';
import { ImportHeader } from './import-header.js';
import { useApply, useImportFiles } from './import.api.js';
import { PreviewRows } from './preview-rows.js';
import classes from './preview.module.css';

const TILES = ['new', 'changed', 'transferred', 'left', 'wrong'] as const;
const usableOf = ({ counts }: MemberImportView) =>
  counts.new + counts.changed + counts.transferred + counts.left;

/** What each row would do. Everything that can be used is chosen; single rows are taken out. */
export function Preview({ view }: { view: MemberImportView }) {
  const t = useT('account/import');
  const { number, time } = useFormat();
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const rows = usableOf(view) + view.counts.wrong + view.counts.same;
  const toggle = (places: readonly number[], isIn: boolean) =>
    setOut((before) => {
      const next = new Set(before);
      for (const place of places) {
        if (isIn) next.delete(place);
        else next.add(place);
      }
      return next;
    });
  return (
    <>
      <ImportHeader
        title={t('preview.title')}
        actions={
          <>
            <p className={classes.file}>
              <strong>{view.fileName}</strong>
              {t('preview.file', { rows: number(rows), count: rows, time: time(view.uploadedAt) })}
            </p>
            <ButtonLink icon={<IconRefresh />} to="/organise/members/import">
              {t('choose.other')}
            </ButtonLink>
          </>
        }
      />
      <LastTime view={view} />
      <Tiles view={view} />
      <PreviewRows view={view} out={out} onToggle={toggle} />
      <Foot view={view} out={out} />
    </>
  );
}

/** Why nothing has come of it yet, or who was kept when it was taken back. */
function LastTime({ view }: { view: MemberImportView }) {
  const t = useT('account/import');
  const explain = useFailureText('account/import');
  const { list } = useFormat();
  if (view.kept.length > 0)
    return (
      <div className={classes.notice}>
        <Banner tone="info" role="status">
          {t('preview.kept', {
            names: list(view.kept.map(({ fullName }) => fullName)),
            count: view.kept.length,
          })}
        </Banner>
      </div>
    );
  if (!view.run) return null;
  const why = view.run.failure === null ? '' : explain(new ApiFailure({ code: view.run.failure }));
  return (
    <div className={classes.notice}>
      <Banner tone="warning" role="alert">
        {view.run.state === 'stopped' ? t('preview.stopped') : `${t('preview.failed')} ${why}`}
      </Banner>
    </div>
  );
}

/** Filters that keep their numbers. */
function Tiles({ view }: { view: MemberImportView }) {
  const t = useT('account/import');
  const { number } = useFormat();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('action') ?? 'need';
  const choose = (action: string) => setSearch(action === 'need' ? {} : { action }, { replace: true });
  const need = usableOf(view) + view.counts.wrong;
  return (
    <div className={classes.tiles} role="group" aria-label={t('preview.tiles')}>
      {(['need', ...TILES] as const).map((action) => (
        <button
          key={action}
          type="button"
          className={classes.tile}
          data-action={action}
          aria-pressed={chosen === action}
          onClick={() => choose(action)}
        >
          <b className="num">{number(action === 'need' ? need : view.counts[action])}</b>
          <span>
            {action !== 'need' && ACTION_ICONS[action]}
            {t(`tile.${action}`)}
          </span>
        </button>
      ))}
    </div>
  );
}

function Foot({ view, out }: { view: MemberImportView; out: ReadonlySet<number> }) {
  const t = useT('account/import');
  const explain = useFailureText('account/import');
  const { number } = useFormat();
  const files = useImportFiles(view.id);
  const onDownload = useDownload('account/import');
  const apply = useApply(view.id);
  const usable = usableOf(view);
  const chosen = usable - out.size;
  const run = async () => {
    try {
      await apply.mutateAsync({ places: 'all', except: [...out] });
    } catch (error) {
      showFailed(explain(error));
    }
  };
  return (
    <footer className={classes.foot}>
      <p>{t('preview.chosen', { chosen: number(chosen), usable: number(usable), count: usable })}</p>
      {view.counts.wrong > 0 && (
        <a className={classes.download} href={files.wrong} onClick={onDownload}>
          <IconDownload size={18} aria-hidden="true" />
          {t('preview.wrongFile', { number: number(view.counts.wrong), count: view.counts.wrong })}
        </a>
      )}
      <Button
        kind="primary"
        disabled={chosen === 0}
        busy={apply.isPending}
        busyText={t('preview.beginning')}
        onClick={() => void run()}
      >
        {t('preview.apply', { number: number(chosen), count: chosen })}
      </Button>
    </footer>
  );
}
