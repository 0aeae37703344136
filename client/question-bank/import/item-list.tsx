import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ImportItemView } from '../../../shared/question-bank/question-import.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { ImportItem } from './import-item.js';
import classes from './item-list.module.css';

type ItemListProps = {
  /** As far as they are loaded. */
  items: readonly ImportItemView[];
  /** How many there are. */
  total: number;
  /** Called while the end of what is loaded is near the view. */
  onEnd: () => void;
  /** Kinds of warnings that are said above the list. */
  quiet: ReadonlySet<string>;
  /** Whether an item is chosen; null when it cannot be. */
  chosenOf: (item: ImportItemView) => boolean | null;
  onChoose: (item: ImportItemView) => void;
};

const GUESSED_HEIGHT = 96;
/** So many items before the end of what is loaded the rest is asked for. */
const NEAR_END = 20;

/** Items by line; only those near the view are drawn, so that thousands scroll smoothly. */
export function ItemList({ items, total, quiet, onEnd, chosenOf, onChoose }: ItemListProps) {
  const t = useT('question-bank/import');
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  useLayoutEffect(() => {
    const element = list.current;
    if (element) setTop(element.getBoundingClientRect().top + window.scrollY);
  }, [items]);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => GUESSED_HEIGHT,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => items[index]?.line ?? index,
  });
  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  const nearEnd = items.length < total && last >= items.length - NEAR_END;
  useEffect(() => {
    if (nearEnd) onEnd();
  });
  const toggle = (line: number) =>
    setOpen((current) => {
      const next = new Set(current);
      if (!next.delete(line)) next.add(line);
      return next;
    });
  return (
    <div
      ref={list}
      className={classes.list}
      role="list"
      aria-label={t('preview.items')}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {rows.map((row) => {
        const item = items[row.index];
        if (!item) return null;
        return (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            role="listitem"
            aria-setsize={total}
            aria-posinset={row.index + 1}
            className={classes.row}
            style={{ transform: `translateY(${row.start - top}px)` }}
          >
            <ImportItem
              item={item}
              quiet={quiet}
              chosen={chosenOf(item)}
              onChoose={() => onChoose(item)}
              open={open.has(item.line)}
              onToggle={() => toggle(item.line)}
            />
          </div>
        );
      })}
    </div>
  );
}
