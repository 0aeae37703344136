import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DeclineReason, DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
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

export type Declining = { reason: DeclineReason; note: string };

/** Why a question is declined: the category is public in the ledger, the note goes to its author alone. */
export function DeclineDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const [declining, setDeclining] = useState<Declining>({ reason: 'off_topic', note: '' });
  const state = useInquiryDialog(inquiry);
  const decline = () => state.submit((place) => ({ kind: 'decline', ...place, ...declining }), true);
  return (
    <DialogFrame
      title={t('decline.title')}
      state={state}
      submitText={t('decline.submit')}
      onSubmit={() => void decline()}
    >
      <Quote>{inquiry.text}</Quote>
      <DeclineFields value={declining} onChange={setDeclining} />
    </DialogFrame>
  );
}

type DeclineFieldsProps = { value: Declining; onChange: (next: Declining) => void };

export function DeclineFields({ value, onChange }: DeclineFieldsProps) {
  const t = useT('qna/desk');
  const words = useT('qna');
  return (
    <>
      <Radio.Group
        label={t('decline.reason')}
        value={value.reason}
        onChange={(chosen) =>
          onChange({ ...value, reason: REASONS.find((known) => known === chosen) ?? 'other' })
        }
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
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
      />
    </>
  );
}
