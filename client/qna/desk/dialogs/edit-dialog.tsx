import { useState } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { useDesk } from '../state/desk-context.js';
import { mayMove } from '../state/desk-may.rules.js';
import { DialogFrame, Quote } from './dialog-frame.js';
import { isQuestionText } from './question-text.rules.js';
import { TextField } from './text-field.js';
import { useInquiryDialog } from './use-inquiry-dialog.js';

/** Shortens a question; what its author wrote stays beside it, here and in the history. */
export function EditDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { role } = useDesk();
  const [text, setText] = useState(inquiry.text);
  const state = useInquiryDialog(inquiry);
  const approves = mayMove(role, 'approve', inquiry);
  const save = () => state.submit((place) => ({ kind: 'edit', ...place, text }));
  const approve = () => state.submit((place) => ({ kind: 'approve', ...place, text }), true);
  const isUnchanged = text.trim() === inquiry.text;
  return (
    <DialogFrame
      title={t('edit.title')}
      state={state}
      submitText={t(approves ? 'edit.approve' : 'edit.save')}
      disabled={!isQuestionText(text) || (isUnchanged && !approves)}
      onSubmit={() => void (approves ? approve() : save())}
      other={
        approves && (
          <Button disabled={isUnchanged || !isQuestionText(text) || state.busy} onClick={() => void save()}>
            {t('edit.saveOnly')}
          </Button>
        )
      }
    >
      <Quote label={t('edit.original')}>{inquiry.originalText ?? inquiry.text}</Quote>
      <TextField label={t('edit.text')} value={text} onChange={setText} />
      <p>{t('edit.told')}</p>
    </DialogFrame>
  );
}
