import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { AuthorKey, OwnInquiries } from '../../../../shared/qna/inquiry.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { editInquiry, qnaKeys } from '../../room/qna.api.js';
import { applyOwn } from '../../room/room-tick.rules.js';
import classes from './own-editor.module.css';
import { LengthCounter } from '../../question/length-counter.js';
import { isQuestionText, lengthSign } from '../../question/question-limits.rules.js';

type OwnEditorProps = {
  sessionId: string;
  question: { id: string; key: AuthorKey | null; text: string };
  onEdited: () => void;
  onClose: () => void;
};

/** Changes one's own question in its place. */
export function OwnEditor({ sessionId, question, onEdited, onClose }: OwnEditorProps) {
  const t = useT('qna/audience/own');
  const explain = useFailureText('qna');
  const queryClient = useQueryClient();
  const [text, setText] = useState(question.text);
  const counterId = useId();
  const save = useMutation({
    mutationFn: () => editInquiry(question.id, { key: question.key, text: text.trim() }),
    onSuccess: (changed) => {
      queryClient.setQueryData<OwnInquiries>(qnaKeys.own(sessionId), (own) => own && applyOwn(own, changed));
      onEdited();
      onClose();
    },
  });
  const fits = isQuestionText(text);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (fits && !save.isPending) save.mutate();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <textarea
        // Opened by a press on “edit”: writing goes on right there.
        autoFocus
        rows={3}
        value={text}
        aria-label={t('own.editLabel')}
        aria-describedby={counterId}
        aria-invalid={lengthSign(text) === 'over' || undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {save.error && (
        <p className={classes.error} role="alert">
          {explain(save.error)}
        </p>
      )}
      <div className={classes.actions}>
        <LengthCounter id={counterId} text={text} />
        <Button size="sm" onClick={onClose}>
          {t('own.cancel')}
        </Button>
        <Button
          size="sm"
          kind="primary"
          type="submit"
          disabled={!fits || text.trim() === question.text}
          busy={save.isPending}
          busyText={t('own.saving')}
        >
          {t('own.save')}
        </Button>
      </div>
    </form>
  );
}
