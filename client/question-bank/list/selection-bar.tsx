import { IconArchive, IconCircleCheck, IconDownload, IconEdit, IconRotate, IconX } from '@tabler/icons-react';
import type { QuestionRow } from '../../../shared/question-bank/question.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { Popover } from '../../ui/layout/popover.js';
import type { BankPicks } from './bank-selection.js';
import classes from './selection-bar.module.css';
import type { BulkActions } from './use-bulk-actions.js';

type SelectionBarProps = {
  picks: BankPicks;
  /** What is on this page, and how many match in all. */
  page: readonly QuestionRow[];
  total: number;
  actions: BulkActions;
  onEdit: () => void;
};

/** What is chosen, the way to all that match, and what can be done with it. */
export function SelectionBar({ picks, page, total, actions, onEdit }: SelectionBarProps) {
  const t = useT('question-bank');
  const { number } = useFormat();
  if (picks.isEmpty) return null;
  const count = picks.count(total);
  const words = { count, number: number(count) };
  return (
    <div className={classes.bar} data-on-deep="" role="region" aria-label={t('picked.label')}>
      <b className={classes.count} role="status">
        {picks.all ? t('picked.all', words) : t('picked.count', words)}
      </b>
      {picks.all ? (
        <button type="button" className={classes.link} onClick={() => picks.choosePage(page)}>
          {t('picked.pageOnly', { count: page.length })}
        </button>
      ) : (
        total > count && (
          <button type="button" className={classes.link} onClick={picks.chooseAll}>
            {t('picked.chooseAll', { count: total, number: number(total) })}
          </button>
        )
      )}
      <span className={classes.actions}>
        <Button kind="deep" size="sm" icon={<IconEdit />} onClick={onEdit}>
          {t('act.editMany')}
        </Button>
        <StateButtons picks={picks} actions={actions} />
        <ExportMenu onExport={actions.exportAs} />
        <IconButton label={t('picked.clear')} icon={<IconX />} onClick={picks.clear} />
      </span>
    </div>
  );
}

/** Only what changes something is offered; of all that match nobody knows before. */
function StateButtons({ picks, actions }: Pick<SelectionBarProps, 'picks' | 'actions'>) {
  const t = useT('question-bank');
  const has = (...states: QuestionRow['reviewState'][]) =>
    picks.all || picks.rows.some((row) => states.includes(row.reviewState));
  const { busy, setState } = actions;
  return (
    <>
      {has('draft') && (
        <Button
          kind="deep"
          size="sm"
          icon={<IconCircleCheck />}
          aria-disabled={busy}
          onClick={() => setState('draft', 'reviewed')}
        >
          {t('act.approve')}
        </Button>
      )}
      {has('draft', 'reviewed') && (
        <Button
          kind="deep"
          size="sm"
          icon={<IconArchive />}
          aria-disabled={busy}
          onClick={() => setState('any', 'retired')}
        >
          {t('act.retire')}
        </Button>
      )}
      {!picks.all && has('retired') && (
        <Button
          kind="deep"
          size="sm"
          icon={<IconRotate />}
          aria-disabled={busy}
          onClick={() => setState('retired', 'draft')}
        >
          {t('act.restore')}
        </Button>
      )}
    </>
  );
}

function ExportMenu({ onExport }: { onExport: (form: 'gift' | 'csv') => void }) {
  const t = useT('question-bank');
  return (
    <Popover
      label={t('act.export')}
      align="end"
      trigger={(attributes) => (
        <Button kind="deep" size="sm" icon={<IconDownload />} {...attributes}>
          {t('act.export')}
        </Button>
      )}
    >
      <div className={classes.forms}>
        {(['gift', 'csv'] as const).map((form) => (
          <Button key={form} kind="ghost" size="sm" block onClick={() => onExport(form)}>
            {t(`export.${form}`)}
          </Button>
        ))}
      </div>
    </Popover>
  );
}
