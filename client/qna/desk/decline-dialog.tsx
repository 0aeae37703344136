import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DeclineReason, DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useT } from '../../platform/i18n.js';
import classes from './decline-dialog.module.css';
import { DialogFrame, Quote } from './dialog-frame.js';
import { useInquiryDialog } from './use-inquiry-dialog.js';

const REASONS: DeclineReason[] = [
  'off_topic',
  'already_answered',
  'unclear',
  'personal',
  'impolite',
  'no_time',
  'other',
];
const MAX_NOTE = 500;

/** Why a question is declined: the category is public in the ledger, the note goes to its author alone. */
export function DeclineDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('desk');
  const words = useT('qna');
  const [reason, setReason] = useState<DeclineReason>('off_topic');
  const [note, setNote] = useState('');
  const state = useInquiryDialog(inquiry);
  const decline = () => state.submit((place) => ({ kind: 'decline', ...place, reason, note }), true);
  return (
    <DialogFrame
      title={t('decline.title')}
      state={state}
      submitText={t('decline.submit')}
      onSubmit={() => void decline()}
    >
      <Quote>{inquiry.text}</Quote>
      <Radio.Group
        label={t('decline.reason')}
        value={reason}
        onChange={(value) => setReason(REASONS.find((known) => known === value) ?? 'other')}
      >
        <div className={classes.reasons}>
          {REASONS.map((known, index) => (
            <Radio key={known} value={known} label={words(`decline.${known}`)} autoFocus={index === 0} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        maxLength={MAX_NOTE}
        label={t('decline.note')}
        description={t('decline.noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DialogFrame>
  );
}
