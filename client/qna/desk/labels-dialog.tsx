import { TagsInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useT } from '../../platform/i18n.js';
import { useDesk } from './desk-context.js';
import { countedNames } from './desk-filter.rules.js';
import { DialogFrame, Quote } from './dialog-frame.js';
import { useInquiryDialog } from './use-inquiry-dialog.js';

const MAX_LABELS = 20;
const MAX_LENGTH = 40;

/** What a question is about; the room sees it. */
export function LabelsDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('desk');
  const { session, all } = useDesk();
  const [labels, setLabels] = useState(inquiry.labels);
  const state = useInquiryDialog(inquiry);
  const offered = useMemo(() => {
    const used = countedNames(
      Object.values(all)
        .flat()
        .flatMap((one) => one.labels),
    ).map(({ name }) => name);
    return [...new Set([...session.labels, ...used])];
  }, [session.labels, all]);
  return (
    <DialogFrame
      title={t('labels.title')}
      size="sm"
      state={state}
      submitText={t('dialog.save')}
      onSubmit={() =>
        void state.submit((place) => ({
          kind: 'label',
          ...place,
          labels: labels.map((label) => label.trim().slice(0, MAX_LENGTH)),
        }))
      }
    >
      <Quote>{inquiry.text}</Quote>
      <TagsInput
        label={t('labels.field')}
        description={t('labels.hint')}
        data={offered}
        maxTags={MAX_LABELS}
        value={labels}
        onChange={setLabels}
        // The field around it shows the focus.
        styles={{ inputField: { outline: 'none' } }}
        comboboxProps={{ withinPortal: false }}
      />
    </DialogFrame>
  );
}
