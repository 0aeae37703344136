import { IconArchive, IconCircleCheck, IconRotate, IconTag, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReviewState } from '../../../shared/question-bank/question.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { useBankChanges } from '../question/bank-changes.js';
import type { Picked } from './picked-questions.js';
import classes from './selection-bar.module.css';
import { TopicDialog } from './topic-dialog.js';

/** What can be done with the ticked questions; only what changes something is offered. */
export function SelectionBar({ picked }: { picked: Picked }) {
  const t = useT('question-bank');
  const { review, move } = useBankChanges();
  const [busy, setBusy] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const { rows } = picked;
  if (rows.length === 0) return null;
  const has = (...states: ReviewState[]) => rows.some((row) => states.includes(row.reviewState));
  const act = async (run: () => Promise<boolean>) => {
    setBusy(true);
    if (await run()) picked.clear();
    setBusy(false);
  };
  const retired = rows.filter((row) => row.reviewState === 'retired');
  return (
    <div className={classes.bar} data-on-deep="" role="region" aria-label={t('picked.label')}>
      <b className={classes.count}>{t('picked.count', { count: rows.length })}</b>
      {has('draft') && (
        <Button
          kind="deep"
          size="sm"
          icon={<IconCircleCheck />}
          aria-disabled={busy}
          onClick={() =>
            void act(() =>
              review(
                rows.filter((row) => row.reviewState === 'draft'),
                'reviewed',
              ),
            )
          }
        >
          {t('act.approve')}
        </Button>
      )}
      <Button kind="deep" size="sm" icon={<IconTag />} aria-disabled={busy} onClick={() => setChoosing(true)}>
        {t('act.changeTopic')}
      </Button>
      {has('draft', 'reviewed') && (
        <Button
          kind="deep"
          size="sm"
          icon={<IconArchive />}
          aria-disabled={busy}
          onClick={() => void act(() => review(rows, 'retired'))}
        >
          {t('act.retire')}
        </Button>
      )}
      {retired.length > 0 && (
        <Button
          kind="deep"
          size="sm"
          icon={<IconRotate />}
          aria-disabled={busy}
          onClick={() => void act(() => review(retired, 'draft'))}
        >
          {t('act.restore')}
        </Button>
      )}
      <IconButton label={t('picked.clear')} icon={<IconX />} onClick={picked.clear} />
      <TopicDialog
        open={choosing}
        count={rows.length}
        onClose={() => setChoosing(false)}
        onChoose={(topic) => {
          setChoosing(false);
          void act(() => move(rows, topic));
        }}
      />
    </div>
  );
}
