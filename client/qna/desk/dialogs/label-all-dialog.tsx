import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../../platform/text/i18n.js';
import { useDesk } from '../state/desk-context.js';
import { DialogFrame } from './dialog-frame.js';
import { useBulk } from '../state/use-bulk.js';

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
      <MultiSelect
        searchable
        label={t('labels.field')}
        description={t(session.labels.length > 0 ? 'bulk.label.hint' : 'labels.none')}
        data={session.labels}
        disabled={session.labels.length === 0}
        value={labels}
        onChange={setLabels}
        // The field around it shows the focus.
        styles={{ inputField: { outline: 'none' } }}
        comboboxProps={{ withinPortal: false }}
      />
    </DialogFrame>
  );
}
