import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { IconButton } from '../form/icon-button.js';
import classes from './pagination.module.css';

type PaginationProps = {
  label: string;
  /** 1-based, of the first and the last row in view. */
  from: number;
  to: number;
  total: number;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
};

/** Which rows of how many, and the way to the ones before and after; lists come in cursor pages. */
export function Pagination({ label, from, to, total, onPrevious, onNext }: PaginationProps) {
  const t = useT('ui');
  const { number } = useFormat();
  return (
    <nav aria-label={label} className={classes.root}>
      <span className={classes.range}>
        {t('pages.range', { from: number(from), to: number(to), total: number(total) })}
      </span>
      <IconButton
        outline
        label={t('pages.previous')}
        icon={<IconChevronLeft />}
        disabled={onPrevious === null}
        onClick={onPrevious ?? undefined}
      />
      <IconButton
        outline
        label={t('pages.next')}
        icon={<IconChevronRight />}
        disabled={onNext === null}
        onClick={onNext ?? undefined}
      />
    </nav>
  );
}
