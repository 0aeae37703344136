import { useState } from 'react';
import { useT } from '../../../platform/text/i18n.js';
import { DeclineFields, type Declining } from './decline-dialog.js';
import { useDesk } from '../state/desk-context.js';
import { DialogFrame } from './dialog-frame.js';
import { useBulk } from '../state/use-bulk.js';

/** One reason for all that are chosen; each author is told. */
export function DeclineAllDialog() {
  const t = useT('qna/desk');
  const { actions } = useDesk();
  const [declining, setDeclining] = useState<Declining>({ reason: 'off_topic', note: '' });
  const { open, busy, run } = useBulk('decline');
  const decline = () => {
    actions.close();
    void run((place) => ({ kind: 'decline', ...place, ...declining }));
  };
  return (
    <DialogFrame
      title={t('bulk.decline.title', { count: open.length })}
      state={{ busy, error: null, lockedBy: null, close: actions.close }}
      submitText={t('bulk.decline.submit', { count: open.length })}
      disabled={open.length === 0}
      onSubmit={decline}
    >
      <DeclineFields value={declining} onChange={setDeclining} />
    </DialogFrame>
  );
}
