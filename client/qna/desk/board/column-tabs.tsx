import { useT } from '../../../platform/text/i18n.js';
import { Count } from '../../../ui/data/chip.js';
import classes from './column-tabs.module.css';
import { COLUMNS } from '../hand/columns.rules.js';
import { countKind } from './column-frame.js';
import { useDesk } from '../state/desk-context.js';
import { usePlace } from '../hand/use-desk-focus.js';

/** On phones one column is on screen; these say which. */
export function ColumnTabs({ withAside }: { withAside: boolean }) {
  const t = useT('qna/desk');
  const { all, focus } = useDesk();
  const shown = usePlace(focus, (place) => place.column);
  const columns = COLUMNS.filter((column) => column !== 'aside' || withAside);
  return (
    <nav className={classes.tabs} aria-label={t('columns')}>
      {columns.map((column) => (
        <button
          key={column}
          type="button"
          className={classes.tab}
          aria-pressed={shown === column}
          onClick={() => focus.show(column)}
        >
          {t(`column.${column}`)}
          <Count value={all[column].length} kind={countKind(column, all[column].length)} />
        </button>
      ))}
    </nav>
  );
}
