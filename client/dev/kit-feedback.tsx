import { IconCloudCheck, IconCloudOff, IconMessages } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiFailure } from '../platform/api/api-failure.js';
import { useT } from '../platform/text/i18n.js';
import { serverNow } from '../platform/time/server-time.js';
import { Banner } from '../ui/feedback/banner.js';
import { Button } from '../ui/form/button.js';
import { ConfirmDialog } from '../ui/feedback/confirm-dialog.js';
import { ConnectionStrip } from '../ui/layout/connection-strip.js';
import { CountdownCells } from '../ui/data/countdown-cells.js';
import { EmptyState } from '../ui/feedback/empty-state.js';
import { QueryStates } from '../ui/feedback/query-states.js';
import { KeyHint } from '../ui/data/key-hint.js';
import { Panel } from '../ui/layout/panel.js';
import { SaveState } from '../ui/feedback/save-state.js';
import { Sheet } from '../ui/layout/sheet.js';
import { Bone, RowBones, SlowLine } from '../ui/feedback/skeletons.js';
import { Spinner } from '../ui/form/spinner.js';
import { TimerPill } from '../ui/data/timer-pill.js';
import { showDone, showFailed, showUndo } from '../ui/feedback/toast-queue.js';
import { ToastCard } from '../ui/feedback/toasts.js';
import classes from './kit.module.css';

const MINUTE_MS = 60_000;

export function KitTimers() {
  const t = useT('dev');
  const [began] = useState(serverNow);
  const pills = [
    { key: 'calm', deadline: began + 24.3 * MINUTE_MS },
    { key: 'soon', deadline: began + 5 * MINUTE_MS - 1_000 },
    { key: 'last', deadline: began + 42_000 },
  ];
  return (
    <Panel title={t('timers.title')}>
      <div className={classes.row}>
        {pills.map(({ key, deadline }) => (
          <div key={key}>
            <TimerPill deadline={deadline} label={t('timers.label')} />
            <span className={classes.caption}>{t(`timers.${key}`)}</span>
          </div>
        ))}
      </div>
      <div className={classes.row}>
        <CountdownCells deadline={began + 3_000 * MINUTE_MS} label={t('timers.days')} />
        <CountdownCells deadline={began + 130 * MINUTE_MS} label={t('timers.hours')} />
      </div>
    </Panel>
  );
}

export function KitSaving() {
  const t = useT('dev');
  return (
    <Panel title={t('saving.title')}>
      <div className={classes.row} style={{ gap: '12px 26px' }}>
        <SaveState saving={{ state: 'saving' }} />
        <SaveState saving={{ state: 'saved', at: '2026-11-24T07:32:08.000Z' }} />
        <SaveState saving={{ state: 'kept' }} />
        <SaveState saving={{ state: 'failed', retry: () => undefined }} />
      </div>
    </Panel>
  );
}

export function KitMessages() {
  const t = useT('dev');
  const ui = useT('ui');
  const undo = () => showDone(t('messages.success'));
  const toast = { id: 0, text: t('messages.undone'), tone: 'done' as const, undo };
  return (
    <Panel title={t('messages.title')}>
      <div className={classes.column}>
        <Banner>{t('messages.info')}</Banner>
        <Banner tone="success">{t('messages.success')}</Banner>
        <Banner tone="warning">{t('messages.warning')}</Banner>
        <Banner tone="danger">{t('messages.danger')}</Banner>
        <ConnectionStrip
          state="offline"
          icon={<IconCloudOff />}
          text={t('messages.stake')}
          action={<Button size="sm">{ui('connection.tryNow')}</Button>}
        />
        <ConnectionStrip state="slow" icon={<Spinner />} text={t('messages.slow')} />
        <ConnectionStrip state="back" icon={<IconCloudCheck />} text={t('messages.back')} />
        <ToastCard toast={toast} onDismiss={() => undefined} />
        <div className={classes.row}>
          <Button onClick={() => showUndo(t('messages.undone'), undo)}>{t('messages.showToast')}</Button>
          <Button kind="danger-soft" onClick={() => showFailed(t('messages.failed'))}>
            {t('messages.showToast')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

export function KitLayers() {
  const t = useT('dev');
  const [open, setOpen] = useState<'sheet' | 'confirm' | null>(null);
  const close = () => setOpen(null);
  return (
    <Panel title={t('layers.title')}>
      <div className={classes.row}>
        <Button onClick={() => setOpen('sheet')}>{t('layers.openSheet')}</Button>
        <Button kind="primary" onClick={() => setOpen('confirm')}>
          {t('layers.openConfirm')}
        </Button>
        <span>{t('layers.keys')}</span>
        <KeyHint keys="?" />
        <KeyHint keys="g h" />
        <KeyHint keys="Ctrl+Enter" />
        <KeyHint keys="ArrowLeft" />
      </div>
      <Sheet open={open === 'sheet'} onClose={close} title={t('layers.sheetTitle')}>
        <p>{t('layers.sheetText')}</p>
      </Sheet>
      <ConfirmDialog
        open={open === 'confirm'}
        title={t('layers.confirmTitle')}
        confirmText={t('layers.confirm')}
        cancelText={t('layers.cancel')}
        onConfirm={close}
        onCancel={close}
      >
        {t('layers.confirmText')}
      </ConfirmDialog>
    </Panel>
  );
}

export function KitLoading() {
  const t = useT('dev');
  return (
    <Panel title={t('loading.title')}>
      <RowBones rows={2} />
      <div style={{ marginTop: 16 }}>
        <Bone height={92} />
      </div>
      <SlowLine onRetry={() => undefined} />
    </Panel>
  );
}

export function KitEmpty() {
  const t = useT('dev');
  return (
    <Panel title={t('empty.title')}>
      <EmptyState
        icon={<IconMessages />}
        title={t('empty.head')}
        action={<Button kind="primary">{t('empty.action')}</Button>}
      >
        {t('empty.text')}
      </EmptyState>
    </Panel>
  );
}

/** A query that failed before anything was here. */
const unasked = {
  data: undefined,
  error: new ApiFailure({ code: 'unavailable', status: 503 }),
  isFetching: false,
  refetch: () => undefined,
};

export function KitError() {
  const t = useT('dev');
  return (
    <Panel title={t('error.title')}>
      <QueryStates
        query={unasked}
        texts="dev"
        failed={t('error.head')}
        safe={t('error.text')}
        loading={<RowBones rows={2} />}
      >
        {() => null}
      </QueryStates>
      <QueryStates
        query={{ ...unasked, data: t('empty.text') }}
        texts="dev"
        failed={t('error.head')}
        loading={<RowBones rows={2} />}
      >
        {(text) => <p>{text}</p>}
      </QueryStates>
    </Panel>
  );
}
