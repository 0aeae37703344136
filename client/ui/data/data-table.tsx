import { rem } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right, in even digits. */
  numeric?: boolean;
  width?: number | string;
  /** Heads the card on phones, without its header. One column. */
  primary?: boolean;
  /** Left out on phones. */
  wideOnly?: boolean;
};

type Selection<Row> = {
  isSelected: (row: Row) => boolean;
  /** `isRange`: with Shift, from the row before to this one. */
  onToggle: (row: Row, isRange: boolean) => void;
  onToggleAll: () => void;
  allSelected: boolean;
  labelOf: (row: Row) => string;
  allLabel: string;
};

type DataTableProps<Row> = {
  /** Said to screen readers before the table. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  /** The reader's own row. */
  isOwn?: (row: Row) => boolean;
  selection?: Selection<Row>;
};

/** Rows and columns on wide screens, cards on phones; the roles are spelled out because the cards' layout drops them. */
export function DataTable<Row>({ caption, columns, rows, keyOf, isOwn, selection }: DataTableProps<Row>) {
  return (
    <table className={classes.table} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {selection && (
            <th role="columnheader" className={classes.pick}>
              <input
                type="checkbox"
                className="check"
                aria-label={selection.allLabel}
                checked={selection.allSelected}
                onChange={selection.onToggleAll}
              />
            </th>
          )}
          {columns.map(({ key, header, width, numeric }) => {
            const style = { width: width && rem(width) };
            // A column of buttons needs no name: each says what it does.
            if (header === '') return <td key={key} role="cell" style={style} />;
            return (
              <th key={key} role="columnheader" scope="col" style={style} data-num={numeric || undefined}>
                {header}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            role="row"
            data-own={isOwn?.(row) || undefined}
            data-selected={selection?.isSelected(row) || undefined}
          >
            {selection && (
              <td role="cell" className={classes.pick}>
                <input
                  type="checkbox"
                  className="check"
                  aria-label={selection.labelOf(row)}
                  checked={selection.isSelected(row)}
                  onChange={({ nativeEvent }) =>
                    selection.onToggle(row, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
                  }
                />
              </td>
            )}
            {columns.map((column) => (
              <td
                key={column.key}
                role="cell"
                data-label={column.header}
                data-num={column.numeric || undefined}
                data-primary={column.primary || undefined}
                data-wide-only={column.wideOnly || undefined}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
