import { IconArchive, IconCircleCheck, IconPencil, IconRotate } from '@tabler/icons-react';
import { useState } from 'react';
import type { QuestionView, ReviewState } from '../../../shared/question-bank/question.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { useBankChanges } from './bank-changes.js';
import classes from './review-actions.module.css';

/** What can be done with the one question in view. */
export function ReviewActions({ question }: { question: QuestionView }) {
  const t = useT('question-bank');
  const { review } = useBankChanges();
  const [busy, setBusy] = useState(false);
  const change = (state: ReviewState) => {
    setBusy(true);
    void review([question], state).finally(() => setBusy(false));
  };
  const { reviewState, can } = question;
  return (
    <div className={classes.row}>
      {can.edit && (
        <ButtonLink
          kind="primary"
          to={`/organise/questions/${question.id}/edit`}
          icon={<IconPencil aria-hidden="true" />}
        >
          {t('act.edit')}
        </ButtonLink>
      )}
      {can.review && reviewState === 'draft' && (
        <Button icon={<IconCircleCheck />} aria-disabled={busy} onClick={() => change('reviewed')}>
          {t('act.approve')}
        </Button>
      )}
      {can.review && reviewState !== 'retired' && (
        <Button kind="ghost" icon={<IconArchive />} aria-disabled={busy} onClick={() => change('retired')}>
          {t('act.retire')}
        </Button>
      )}
      {can.review && reviewState === 'retired' && (
        <Button icon={<IconRotate />} aria-disabled={busy} onClick={() => change('draft')}>
          {t('act.restore')}
        </Button>
      )}
    </div>
  );
}
