import { useState } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { AnswererField } from './answerer-field.js';
import { DialogFrame, Quote } from './dialog-frame.js';
import { useInquiryDialog } from './use-inquiry-dialog.js';

/** Names who answers a question. */
export function AnswererDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const [by, setBy] = useState(inquiry.answerer);
  const state = useInquiryDialog(inquiry);
  return (
    <DialogFrame
      title={t('answer.answerer')}
      size="sm"
      state={state}
      submitText={t('dialog.save')}
      disabled={by.trim() === inquiry.answerer}
      onSubmit={() => void state.submit((place) => ({ kind: 'answerer', ...place, by }))}
    >
      <Quote>{inquiry.text}</Quote>
      <AnswererField value={by} onChange={setBy} />
    </DialogFrame>
  );
}
