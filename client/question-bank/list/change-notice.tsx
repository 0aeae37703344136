import { IconX } from '@tabler/icons-react';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { UndoButton } from '../question/undo-button.js';
import classes from './change-notice.module.css';
import type { BulkActions } from './use-bulk-actions.js';

/** What the last change of many did, what it left out, and the way back while there is one. */
export function ChangeNotice({ actions }: { actions: BulkActions }) {
  const t = useT('question-bank');
  const { number, list } = useFormat();
  const { last, busy, undo, dismiss } = actions;
  if (last === null) return null;
  const reasons = (['repeats', 'too_many_tags'] as const).flatMap((reason) => {
    const codes = last.refusals.filter((one) => one.reason === reason).map(({ code }) => code);
    return codes.length > 0 ? [t(`refused.${reason}`, { codes: list(codes) })] : [];
  });
  return (
    <div className={classes.notice}>
      <Banner tone={last.refused > 0 ? 'warning' : 'success'} role="status">
        <b>{t('changed.many', { count: last.changed, number: number(last.changed) })}</b>{' '}
        {last.refused > 0 && t('refused.count', { count: last.refused, number: number(last.refused) })}{' '}
        {reasons.join(' ')}
        <span className={classes.row}>
          {last.changed > 0 && <UndoButton until={last.undoUntil} busy={busy} onUndo={() => void undo()} />}
          <IconButton size="sm" label={t('act.close')} icon={<IconX />} onClick={dismiss} />
        </span>
      </Banner>
    </div>
  );
}
