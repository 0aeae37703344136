import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { IconGitMerge, IconInbox } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useT } from '../../../platform/text/i18n.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Button } from '../../../ui/form/button.js';
import { ColumnNews } from './column-news.js';
import { GoneLine } from './gone-line.js';
import { useSteadyList } from './use-steady-list.js';
import { ColumnFrame } from './column-frame.js';
import type { Column, Row } from '../hand/columns.rules.js';
import classes from './desk-column.module.css';
import { useDesk } from '../state/desk-context.js';
import { InquiryCard } from './inquiry-card.js';
import { PairHint } from './pair-hint.js';
import { usePlace } from '../hand/use-desk-focus.js';

const ESTIMATED_PX = 132;
const GAP_PX = 10;

type ListedColumn = Exclude<Column, 'answering'>;

/** A column of cards, of which only those in sight are in the page. */
export function DeskColumn({ column }: { column: ListedColumn }) {
  const { rows, focus, all, holds, lockOf } = useDesk();
  const list = rows[column];
  const scroller = useRef<HTMLDivElement>(null);
  const activeId = usePlace(focus, (place) => place.active[column]);
  const hasKeys = usePlace(focus, (place) => place.column === column);
  const active = activePlace(list, activeId);
  // The compiler that this rule speaks for is not in use; the list measures itself anew at every draw.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_PX,
    getItemKey: (index) => list[index]?.key ?? index,
    gap: GAP_PX,
    overscan: 4,
    // The card that has the focus stays in the page when it is scrolled out of sight.
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), active),
  });
  useScrollTo(column, list, (index) => virtual.scrollToIndex(index, { align: 'auto' }));
  const steady = useSteadyList(virtual, hasKeys ? activeId : undefined);
  // Under a pointer a place stays as high as what was in it.
  const keepsHeight = (row: Row) =>
    holds.read().presence[column] === 'pointer' &&
    (row.kind === 'inquiry' ? lockOf(row.inquiry.id) !== null : row.kind !== 'pair');
  const total = list.filter((row) => row.kind === 'inquiry').length;
  return (
    <ColumnFrame
      column={column}
      scroller={scroller}
      hints={<Hints list={list} scroll={(index) => virtual.scrollToIndex(index, { align: 'center' })} />}
      news={<ColumnNews column={column} />}
    >
      {list.length === 0 ? (
        <EmptyColumn column={column} isFiltered={all[column].length > 0} />
      ) : (
        <ol className={classes.list} style={{ height: virtual.getTotalSize() }} {...steady}>
          {virtual.getVirtualItems().map((item) => {
            const row = list[item.index];
            if (!row) return null;
            return (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className={classes.row}
                style={{
                  transform: `translateY(${item.start}px)`,
                  minHeight: keepsHeight(row) ? item.size : undefined,
                }}
                aria-setsize={row.kind === 'inquiry' ? total : undefined}
                aria-posinset={row.kind === 'inquiry' ? row.place : undefined}
              >
                <DrawnRow
                  row={row}
                  column={column}
                  isActive={item.index === active}
                  isCurrent={hasKeys && row.key === activeId}
                />
              </li>
            );
          })}
        </ol>
      )}
    </ColumnFrame>
  );
}

type HintsProps = { list: Row[]; scroll: (index: number) => void };

/** How many merges are suggested, wherever in the column they stand; each press leads to the next. */
function Hints({ list, scroll }: HintsProps) {
  const t = useT('qna/desk');
  const last = useRef(-1);
  const places = list.flatMap((row, index) => (row.kind === 'pair' ? [index] : []));
  if (places.length === 0) return null;
  const lead = () => {
    last.current = places.find((place) => place > last.current) ?? places[0] ?? -1;
    scroll(last.current);
  };
  return (
    <Button kind="ghost" size="xs" icon={<IconGitMerge aria-hidden="true" />} onClick={lead}>
      {t('pair.count', { count: places.length })}
    </Button>
  );
}

/** The rows in sight and one more, unless there is no card at all: only lines of those that were taken. */
const withRow = (rows: number[], row: number): number[] =>
  row === -1 ? rows : [...new Set([...rows, row])].sort((a, b) => a - b);

type DrawnRowProps = { row: Row; column: ListedColumn; isActive: boolean; isCurrent: boolean };

function DrawnRow({ row, column, isActive, isCurrent }: DrawnRowProps) {
  switch (row.kind) {
    case 'pair':
      return <PairHint row={row} />;
    case 'gone':
      return <GoneLine row={row} />;
    case 'gap':
      return null;
    case 'inquiry':
      return <InquiryCard inquiry={row.inquiry} column={column} isActive={isActive} isCurrent={isCurrent} />;
  }
}

/** The row that Tab leads to: the card one was last at, else the first. */
function activePlace(list: Row[], id: string | undefined): number {
  const known = list.findIndex((row) => row.kind === 'inquiry' && row.inquiry.id === id);
  return known === -1 ? list.findIndex((row) => row.kind === 'inquiry') : known;
}

function useScrollTo(column: Column, list: Row[], scroll: (index: number) => void) {
  const { focus } = useDesk();
  const latest = useRef({ list, scroll });
  useEffect(() => {
    latest.current = { list, scroll };
  });
  useEffect(
    () =>
      focus.register(column, (id) => {
        const index = latest.current.list.findIndex((row) => row.kind === 'inquiry' && row.inquiry.id === id);
        if (index !== -1) latest.current.scroll(index);
      }),
    [focus, column],
  );
}

function EmptyColumn({ column, isFiltered }: { column: Column; isFiltered: boolean }) {
  const t = useT('qna/desk');
  if (isFiltered) return <p className={classes.none}>{t('empty.filtered')}</p>;
  return (
    <EmptyState icon={<IconInbox />} title={t(`empty.${column}`)}>
      {t(`emptyHint.${column}`)}
    </EmptyState>
  );
}
