import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconCopy,
  IconGitCompare,
} from '@tabler/icons-react';
import { IMPORT_STANDINGS, type ImportStanding } from '../../../shared/kernel/import.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import classes from './outcome-summary.module.css';
import { totalOf } from './preview-items.rules.js';

const icons = {
  ready: <IconCircleCheck />,
  warned: <IconAlertTriangle />,
  changed: <IconGitCompare />,
  duplicate: <IconCopy />,
  rejected: <IconCircleX />,
};

type OutcomeSummaryProps = {
  counts: Record<ImportStanding, number>;
  /** Null shows all. */
  shown: ImportStanding | null;
  onShow: (standing: ImportStanding | null) => void;
};

/** How a file's questions stand, as a bar and as buttons that show one kind only. */
export function OutcomeSummary({ counts, shown, onShow }: OutcomeSummaryProps) {
  const t = useT('question-bank/import');
  const { number } = useFormat();
  const total = totalOf(counts);
  return (
    <div className={classes.root}>
      <div className={classes.bar} aria-hidden="true">
        {IMPORT_STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => (
          <i key={standing} data-standing={standing} style={{ flexGrow: counts[standing] }} />
        ))}
      </div>
      <div className={classes.buttons} role="group" aria-label={t('preview.filter')}>
        <button type="button" aria-pressed={shown === null} onClick={() => onShow(null)}>
          {t('preview.all', { count: total, number: number(total) })}
        </button>
        {IMPORT_STANDINGS.map((standing) => (
          <button
            key={standing}
            type="button"
            data-standing={standing}
            aria-pressed={shown === standing}
            disabled={counts[standing] === 0}
            onClick={() => onShow(shown === standing ? null : standing)}
          >
            {icons[standing]}
            {t(`preview.${standing}`, { count: counts[standing], number: number(counts[standing]) })}
          </button>
        ))}
      </div>
    </div>
  );
}
