import { IconFlagFilled } from '@tabler/icons-react';
import { useT } from '../../../platform/text/i18n.js';
import type { PaperCounts, QuestionCell } from '../session/paper.rules.js';
import classes from './question-navigator.module.css';

type QuestionNavigatorProps = {
  cells: readonly QuestionCell[];
  counts: PaperCounts;
  onGo: (position: number) => void;
};

/** All questions at a glance, with what the colours mean. */
export function QuestionNavigator({ cells, counts, onGo }: QuestionNavigatorProps) {
  const t = useT('contest/attempt');
  return (
    <>
      <ol className={classes.cells}>
        {cells.map((cell) => (
          <li key={cell.position}>
            <NavigatorCell cell={cell} onGo={onGo} />
          </li>
        ))}
      </ol>
      <ul className={classes.legend}>
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

type NavigatorCellProps = { cell: QuestionCell; onGo: (position: number) => void };

export function NavigatorCell({ cell, onGo }: NavigatorCellProps) {
  const t = useT('contest/attempt');
  const words = [
    t('question.number', { position: cell.position }),
    cell.isCurrent && t('navigator.cellCurrent'),
    t(cell.isAnswered ? 'navigator.cellDone' : 'navigator.cellTodo'),
    cell.isFlagged && t('navigator.cellFlagged'),
  ];
  return (
    <button
      type="button"
      className={`${classes.cell} num`}
      data-answered={cell.isAnswered || undefined}
      aria-current={cell.isCurrent || undefined}
      aria-label={words.filter((word) => word !== false).join(', ')}
      onClick={() => onGo(cell.position)}
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
