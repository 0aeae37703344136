import { IconFlagFilled } from '@tabler/icons-react';
import { useT } from '../../../platform/text/i18n.js';
import type { PaperCounts, QuestionCell, QuestionStand } from '../session/paper.rules.js';
import classes from './question-navigator.module.css';

type QuestionNavigatorProps = {
  cells: readonly QuestionCell[];
  counts: PaperCounts;
  onGo: (position: number) => void;
};

/** All questions at a glance, with what the colours mean. */
export function QuestionNavigator({ cells, counts, onGo }: QuestionNavigatorProps) {
  const t = useT('contest/attempt');
  const troubled = counts.unread.length + counts.refused.length;
  return (
    <>
      <ol className={classes.cells} translate="no">
        {cells.map((cell) => (
          <li key={cell.position}>
            <NavigatorCell cell={cell} onGo={onGo} />
          </li>
        ))}
      </ol>
      <ul className={classes.legend} translate="no">
        <li>
          <i data-kind="current" />
          {t('navigator.current')}
        </li>
        <li>
          <i data-kind="done" />
          {t('navigator.done', { count: counts.answered })}
        </li>
        <li>
          <i />
          {t('navigator.todo', { count: counts.open.length })}
        </li>
        {troubled > 0 && (
          <li>
            <i data-kind="trouble" />
            {t('navigator.troubles', { count: troubled })}
          </li>
        )}
        <li>
          <i data-kind="flag">
            <IconFlagFilled aria-hidden="true" />
          </i>
          {t('navigator.flags', { count: counts.flagged.length })}
        </li>
      </ul>
    </>
  );
}

const STANDS: Record<QuestionStand, string> = {
  answered: 'navigator.cellDone',
  open: 'navigator.cellTodo',
  unread: 'navigator.cellUnread',
  refused: 'navigator.cellRefused',
};

type NavigatorCellProps = { cell: QuestionCell; onGo: (position: number) => void };

export function NavigatorCell({ cell, onGo }: NavigatorCellProps) {
  const t = useT('contest/attempt');
  const words = [
    t('question.number', { position: cell.position }),
    cell.isCurrent && t('navigator.cellCurrent'),
    t(STANDS[cell.stand]),
    cell.isFlagged && t('navigator.cellFlagged'),
  ];
  return (
    <button
      type="button"
      className={`${classes.cell} num`}
      data-stand={cell.stand}
      aria-current={cell.isCurrent || undefined}
      aria-label={words.filter((word) => word !== false).join(', ')}
      onClick={() => onGo(cell.position)}
      translate="no"
    >
      {cell.position}
      {cell.isFlagged && (
        <span className={classes.flag}>
          <IconFlagFilled aria-hidden="true" />
        </span>
      )}
    </button>
  );
}
