import { Textarea } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useId } from 'react';
import { calledName } from '../../../platform/text/called-name.js';
import { useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { LengthCounter } from '../../question/length-counter.js';
import { lengthSign } from '../../question/question-limits.rules.js';
import classes from './dialogs.module.css';
import type { DialogState } from './use-dialog-move.js';

type DialogFrameProps = {
  title: string;
  state: DialogState;
  submitText: string;
  onSubmit: () => void;
  /** A second way to finish, left of the first. */
  other?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  disabled?: boolean;
  children: ReactNode;
};

/** A dialog with fields: Ctrl+Enter sends, a press beside it does not throw away what was typed. */
export function DialogFrame({
  title,
  state,
  submitText,
  onSubmit,
  other,
  size,
  disabled,
  children,
}: DialogFrameProps) {
  const t = useT('qna/desk');
  const form = useId();
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!state.busy && !disabled) onSubmit();
  };
  return (
    <Sheet
      open
      plain
      size={size}
      title={title}
      onClose={state.close}
      footer={
        <>
          <Button onClick={state.close}>{t('dialog.cancel')}</Button>
          {other}
          <Button
            kind="primary"
            type="submit"
            form={form}
            busy={state.busy}
            busyText={t('dialog.sending')}
            disabled={disabled}
          >
            {submitText}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={classes.form}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      >
        {state.lockedBy !== null && (
          <Banner tone="warning" role="status">
            {t('dialog.locked', { name: calledName(state.lockedBy) })}
          </Banner>
        )}
        {state.error !== null && (
          <Banner tone="danger" role="alert">
            {state.error} {t('dialog.kept')}
          </Banner>
        )}
        {children}
      </form>
    </Sheet>
  );
}

/** The question that a dialog is about. */
export function Quote({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <figure className={classes.quote}>
      {label && <figcaption>{label}</figcaption>}
      <blockquote>{children}</blockquote>
    </figure>
  );
}

type TextFieldProps = { label: string; value: string; onChange: (text: string) => void };

/** The words of a question, with how many there are: as many as the author has. */
export function TextField({ label, value, onChange }: TextFieldProps) {
  const t = useT('qna/desk');
  return (
    <>
      <Textarea
        autosize
        minRows={3}
        maxRows={8}
        label={label}
        data-autofocus
        value={value}
        error={lengthSign(value) === 'over' ? t('field.tooLong') : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p className={classes.counter}>
        <LengthCounter text={value} plain />
      </p>
    </>
  );
}
