import { useState } from 'react';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { showFailed } from '../../../ui/feedback/toast-queue.js';
import type { DraftSnapshot } from './draft-store.js';
import classes from './save-trouble.module.css';

type SaveTroubleProps = { snapshot: DraftSnapshot; onSettle: (whose: 'mine' | 'theirs') => Promise<void> };

/** What keeps the draft from being saved, and what to do; nothing written is given up without being told to. */
export function SaveTrouble({ snapshot, onSettle }: SaveTroubleProps) {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const [busy, setBusy] = useState(false);
  const settle = (whose: 'mine' | 'theirs') => {
    setBusy(true);
    onSettle(whose)
      .catch((error: unknown) => showFailed(explain(error)))
      .finally(() => setBusy(false));
  };
  const { status } = snapshot;
  if (status === 'offline' || status === 'failed' || status === 'held') {
    const tone = status === 'failed' ? 'danger' : 'warning';
    return (
      <div className={classes.place}>
        <Banner tone={tone} role="status">
          {status === 'failed' ? explain(snapshot.error) : t(`trouble.${status}`)}
        </Banner>
      </div>
    );
  }
  if (status !== 'stale') return null;
  return (
    <div className={classes.place}>
      <Banner tone="warning" role="alert">
        <b>{t('stale.title')}</b> {t('stale.text')}
        <div className={classes.row}>
          <Button size="sm" aria-disabled={busy} onClick={() => !busy && settle('theirs')}>
            {t('stale.takeTheirs')}
          </Button>
          <Button size="sm" kind="soft" aria-disabled={busy} onClick={() => !busy && settle('mine')}>
            {t('stale.keepMine')}
          </Button>
        </div>
      </Banner>
    </div>
  );
}
