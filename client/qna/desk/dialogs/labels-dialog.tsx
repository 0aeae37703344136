import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { useDesk } from '../state/desk-context.js';
import { DialogFrame, Quote } from './dialog-frame.js';
import { useInquiryDialog } from './use-inquiry-dialog.js';

const MAX_LABELS = 20;

/** What a question is about, in the session's labels; the room sees it. What it was given before may stay. */
export function LabelsDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { session } = useDesk();
  const [labels, setLabels] = useState(inquiry.labels);
  const state = useInquiryDialog(inquiry);
  const offered = [...new Set([...session.labels, ...inquiry.labels])];
  return (
    <DialogFrame
      title={t('labels.title')}
      size="sm"
      state={state}
      submitText={t('dialog.save')}
      onSubmit={() => void state.submit((place) => ({ kind: 'label', ...place, labels }))}
    >
      <Quote>{inquiry.text}</Quote>
      <MultiSelect
        searchable
        label={t('labels.field')}
        description={t(offered.length > 0 ? 'labels.hint' : 'labels.none')}
        data={offered}
        disabled={offered.length === 0}
        maxValues={MAX_LABELS}
        value={labels}
        onChange={setLabels}
        // The field around it shows the focus.
        styles={{ inputField: { outline: 'none' } }}
        comboboxProps={{ withinPortal: false }}
      />
    </DialogFrame>
  );
}
