import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { DialogFrame, Quote } from './dialog-frame.js';
import { useInquiryDialog } from './use-inquiry-dialog.js';

const MAX_LENGTH = 2000;

/** The note for the minutes of a question that is not being answered; only the desk reads it. */
export function NoteDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const [note, setNote] = useState(inquiry.note);
  const state = useInquiryDialog(inquiry);
  return (
    <DialogFrame
      title={t('note.label')}
      state={state}
      submitText={t('dialog.save')}
      disabled={note.trim() === inquiry.note}
      onSubmit={() => void state.submit((place) => ({ kind: 'note', ...place, note }))}
    >
      <Quote>{inquiry.text}</Quote>
      <Textarea
        autosize
        minRows={4}
        maxRows={12}
        maxLength={MAX_LENGTH}
        label={t('note.label')}
        description={t('note.hint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DialogFrame>
  );
}
