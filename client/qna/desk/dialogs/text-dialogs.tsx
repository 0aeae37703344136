import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { Segmented } from '../../../ui/form/segmented.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { isQuestionText } from '../../question/question-limits.rules.js';
import { WrittenAnswer } from '../../written-answer/written-answer.js';
import { useDesk } from '../state/desk-context.js';
import { mayMove } from '../state/desk-may.rules.js';
import { DialogFrame, Quote, TextField } from './dialog-frame.js';
import classes from './dialogs.module.css';
import { AnswererField } from './field-dialogs.js';
import { useInquiryDialog } from './use-dialog-move.js';

const MAX_ANSWER = 10_000;

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

/** The written answer of a question, or the summary of one on air, in Markdown. Who may not write reads it here. */
export function WriteDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const { role } = useDesk();
  const Form = mayMove(role, 'answer_in_writing', inquiry) ? WriteForm : ReadSheet;
  return <Form inquiry={inquiry} />;
}

function ReadSheet({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { actions } = useDesk();
  const { answer } = inquiry;
  return (
    <Sheet open title={t(answer?.how === 'on_air' ? 'write.summary' : 'write.title')} onClose={actions.close}>
      <Quote>{inquiry.text}</Quote>
      <Preview text={answer?.text ?? ''} />
    </Sheet>
  );
}

function Preview({ text }: { text: string }) {
  const t = useT('qna/desk');
  return (
    <div className={classes.preview}>
      {text.trim() === '' ? <p>{t('write.nothing')}</p> : <WrittenAnswer text={text} />}
    </div>
  );
}

function WriteForm({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { session } = useDesk();
  const { answer } = inquiry;
  const isSummary = answer?.how === 'on_air';
  const [text, setText] = useState(answer?.text ?? '');
  const [by, setBy] = useState(answer?.by || inquiry.answerer || (session.me?.name ?? ''));
  const [view, setView] = useState<'write' | 'read'>('write');
  const state = useInquiryDialog(inquiry);
  const send = () =>
    isSummary
      ? state.submit((place) => ({ kind: 'answered', ...place, text }))
      : state.submit((place) => ({ kind: 'answer_in_writing', ...place, text, by }), answer === null);
  return (
    <DialogFrame
      title={t(isSummary ? 'write.summary' : 'write.title')}
      size="lg"
      state={state}
      submitText={t(answer === null ? 'write.publish' : 'write.save')}
      disabled={!isSummary && (text.trim() === '' || by.trim() === '')}
      onSubmit={() => void send()}
    >
      <Quote>{inquiry.text}</Quote>
      {!isSummary && <AnswererField value={by} onChange={setBy} />}
      <Segmented
        label={t('write.view')}
        value={view}
        onChange={setView}
        options={[
          { value: 'write', label: t('write.edit') },
          { value: 'read', label: t('write.preview') },
        ]}
      />
      {view === 'write' ? (
        <Textarea
          autosize
          minRows={8}
          maxRows={16}
          maxLength={MAX_ANSWER}
          label={t('write.text')}
          description={t('write.hint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <Preview text={text} />
      )}
    </DialogFrame>
  );
}
