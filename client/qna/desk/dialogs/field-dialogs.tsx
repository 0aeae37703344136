import { MultiSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { DeclineReason, DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { DECLINE_REASONS } from '../../question/decline-reasons.js';
import { useDesk } from '../state/desk-context.js';
import { answererOf, countedNames } from '../state/desk-filter.rules.js';
import { DialogFrame, Quote } from './dialog-frame.js';
import classes from './dialogs.module.css';
import { useInquiryDialog } from './use-dialog-move.js';

const MAX_NAME = 120;
const MAX_NOTE = 2000;
const MAX_WORD = 500;
const MAX_LABELS = 20;

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

/** Who answers: anybody, not only members; those named before are offered. */
export function AnswererField({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const t = useT('qna/desk');
  const names = useId();
  const { all } = useDesk();
  const known = countedNames(Object.values(all).flat().map(answererOf));
  return (
    <>
      <TextInput
        label={t('answer.answerer')}
        maxLength={MAX_NAME}
        list={names}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={names}>
        {known.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

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
        maxLength={MAX_NOTE}
        label={t('note.label')}
        description={t('note.hint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DialogFrame>
  );
}

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
      <LabelsField offered={offered} hint={t('labels.hint')} value={labels} onChange={setLabels} />
    </DialogFrame>
  );
}

type LabelsFieldProps = {
  offered: string[];
  hint: string;
  value: string[];
  onChange: (labels: string[]) => void;
};

export function LabelsField({ offered, hint, value, onChange }: LabelsFieldProps) {
  const t = useT('qna/desk');
  return (
    <MultiSelect
      searchable
      label={t('labels.field')}
      description={offered.length > 0 ? hint : t('labels.none')}
      data={offered}
      disabled={offered.length === 0}
      maxValues={MAX_LABELS}
      value={value}
      onChange={onChange}
      // The field around it shows the focus.
      styles={{ inputField: { outline: 'none' } }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

type Declining = { reason: DeclineReason; note: string };
export const FIRST_OFFERED: Declining = { reason: 'off_topic', note: '' };

/** Why a question is declined: the category is public in the ledger, the note goes to its author alone. */
export function DeclineDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const [declining, setDeclining] = useState(FIRST_OFFERED);
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
          onChange({ ...value, reason: DECLINE_REASONS.find((known) => known === chosen) ?? 'other' })
        }
      >
        <div className={classes.reasons}>
          {DECLINE_REASONS.map((known, index) => (
            <Radio key={known} value={known} label={words(`decline.${known}`)} autoFocus={index === 0} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        maxLength={MAX_WORD}
        label={t('decline.note')}
        description={t('decline.noteHint')}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
      />
    </>
  );
}
