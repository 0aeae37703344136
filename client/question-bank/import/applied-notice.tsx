import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportPreview } from '../../../shared/question-bank/question-import.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import { bankKey } from '../question/question.api.js';
import { UndoButton } from '../question/undo-button.js';
import classes from './applied-notice.module.css';
import { approveImported, importKey, undoImport } from './import.api.js';

type AppliedNoticeProps = {
  preview: ImportPreview;
  /** How many chosen questions did not come in because the bank got them meanwhile; 0 when the page was opened again. */
  repeated: number;
  onOtherFile: () => void;
};

/** After importing: what came in, taking it back for a while, and approving what came in as drafts. */
export function AppliedNotice({ preview, repeated, onOtherFile }: AppliedNoticeProps) {
  const t = useT('question-bank/import');
  const { number } = useFormat();
  const { undo, approve } = useAfterwards(preview);
  const drafts = preview.warned;
  const approved = approve.isSuccess;
  const added = preview.added ?? 0;
  return (
    <Banner tone="success" role="status">
      <b>{t('applied.title', { count: added, number: number(added) })}</b>{' '}
      {(preview.updated ?? 0) > 0 &&
        t('applied.updated', { count: preview.updated ?? 0, number: number(preview.updated ?? 0) })}{' '}
      {repeated > 0 && t('applied.repeated', { count: repeated, number: number(repeated) })}{' '}
      {drafts > 0 && !approved && t('applied.drafts')}
      {approved && t('applied.approved', { count: approve.data, number: number(approve.data) })}
      <div className={classes.row}>
        {drafts > 0 && !approved && (
          <Button
            size="sm"
            kind="primary"
            busy={approve.isPending}
            busyText={t('applied.approving')}
            onClick={() => approve.mutate()}
          >
            {t('applied.approve')}
          </Button>
        )}
        {added > 0 && (
          <ButtonLink size="sm" to={`/organise/questions?import=${preview.id}&change=all`}>
            {t('applied.change', { count: added, number: number(added) })}
          </ButtonLink>
        )}
        <ButtonLink size="sm" to="/organise/questions">
          {t('applied.toBank')}
        </ButtonLink>
        <Button size="sm" onClick={onOtherFile}>
          {t('applied.otherFile')}
        </Button>
        <UndoButton until={preview.undoUntil} busy={undo.isPending} onUndo={() => undo.mutate()} />
      </div>
    </Banner>
  );
}

function useAfterwards(preview: ImportPreview) {
  const t = useT('question-bank/import');
  const explain = useFailureText('question-bank/import', 'question-bank');
  const client = useQueryClient();
  const onError = (error: unknown) => showFailed(explain(error));
  const onSettled = () => client.invalidateQueries({ queryKey: bankKey });
  const undo = useMutation({
    mutationFn: () => undoImport(preview.id),
    onSuccess: (next) => {
      client.setQueryData(importKey(preview.id), next);
      showDone(t('applied.undone'));
    },
    onError,
    onSettled,
  });
  const approve = useMutation({ mutationFn: () => approveImported(preview.id), onError, onSettled });
  return { undo, approve };
}
