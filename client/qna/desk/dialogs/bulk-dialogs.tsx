import { useState } from 'react';
import { useT } from '../../../platform/text/i18n.js';
import { useDesk } from '../state/desk-context.js';
import { useBulk } from '../state/use-bulk.js';
import { DialogFrame } from './dialog-frame.js';
import { DeclineFields, LabelsField, FIRST_OFFERED } from './field-dialogs.js';

/** One reason for all that are chosen; each author is told. */
export function DeclineAllDialog() {
  const t = useT('qna/desk');
  const { actions } = useDesk();
  const [declining, setDeclining] = useState(FIRST_OFFERED);
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

/** Adds labels to all that are chosen; what each of them has already stays. */
export function LabelAllDialog() {
  const t = useT('qna/desk');
  const { session, actions } = useDesk();
  const [labels, setLabels] = useState<string[]>([]);
  const { open, busy, run } = useBulk('label');
  const add = () => {
    actions.close();
    void run((place, inquiry) => ({
      kind: 'label',
      ...place,
      labels: [...new Set([...inquiry.labels, ...labels])],
    }));
  };
  return (
    <DialogFrame
      title={t('bulk.label.title', { count: open.length })}
      size="sm"
      state={{ busy, error: null, lockedBy: null, close: actions.close }}
      submitText={t('bulk.label.submit', { count: open.length })}
      disabled={open.length === 0 || labels.length === 0}
      onSubmit={add}
    >
      <LabelsField offered={session.labels} hint={t('bulk.label.hint')} value={labels} onChange={setLabels} />
    </DialogFrame>
  );
}
