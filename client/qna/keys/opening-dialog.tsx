import { Textarea } from '@mantine/core';
import { requestOpening } from '../../../shared/qna/opening.schema.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { useRequestOpening } from './keys.api.js';
import classes from './keys.module.css';

type OpeningDialogProps = {
  open: boolean;
  onClose: () => void;
  /** The anonymous question whose author a key holder wants to know. */
  inquiryId: string;
  text: string;
};

/** Asks for an author to be opened. It cannot be taken back: the reason is on record and the author is told. */
export function OpeningDialog({ open, onClose, inquiryId, text }: OpeningDialogProps) {
  const t = useT('qna/keys');
  return (
    <Sheet open={open} onClose={onClose} title={t('ask.title')}>
      <AskForm inquiryId={inquiryId} text={text} onClose={onClose} />
    </Sheet>
  );
}

function AskForm({ inquiryId, text, onClose }: Omit<OpeningDialogProps, 'open'>) {
  const t = useT('qna/keys');
  const ask = useRequestOpening(inquiryId);
  const form = useFieldForm({
    texts: 'qna/keys',
    failureTexts: 'qna',
    schema: requestOpening,
    initial: { reason: '' },
    send: ({ reason }) => ask.mutateAsync(reason),
    onDone: () => {
      showDone(t('ask.done'));
      onClose();
    },
  });
  return (
    <form className={classes.ask} onSubmit={form.submit} noValidate>
      <blockquote>{text}</blockquote>
      <Banner tone="warning">{t('ask.told')}</Banner>
      <Textarea
        data-autofocus
        label={t('ask.reason')}
        description={t('ask.reasonHint')}
        autosize
        minRows={3}
        maxLength={500}
        value={form.values.reason}
        onChange={(event) => form.change({ reason: event.currentTarget.value })}
        error={form.errors.reason}
      />
      {form.failure !== null && (
        <Banner tone="danger" role="alert">
          {form.failure}
        </Banner>
      )}
      <div className={classes.buttons}>
        <Button onClick={onClose}>{t('ask.cancel')}</Button>
        <Button type="submit" kind="danger" busy={form.busy} busyText={t('ask.busy')}>
          {t('ask.send')}
        </Button>
      </div>
    </form>
  );
}
