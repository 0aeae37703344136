import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { COLUMNS, inquiriesIn, type Column, type Columns, type Row } from './columns.rules.js';
import { usePlace, type DeskFocus } from './use-desk-focus.js';
import { ColumnHolds, type Holds } from './column-holds.js';
import { holdColumn, type Behind } from './held-column.rules.js';

type Rows = Record<Column, Row[]>;
type Drawn = { rows: Rows; versions: Partial<Record<Column, string>> };

type Parts = {
  /** The rows of each column as they would be if nobody were in it, and all questions in its state. */
  due: Rows;
  all: Columns;
  focus: DeskFocus;
  holds: ColumnHolds;
  /** What the moderator asked to see of a column: another one is drawn at once. */
  viewOf: (column: Column) => string;
};

export type HeldBoard = {
  rows: Rows;
  /** The questions on screen, in the order the keys go through them. */
  listed: Columns;
  columns: Record<Column, Behind>;
};

/** Draws the board so that no column moves under whoever is in it. */
export function useHeldColumns({ due, all, focus, holds, viewOf }: Parts): HeldBoard {
  const now = useSyncExternalStore(holds.subscribe, holds.read);
  useEffect(() => () => holds.stop(), [holds]);
  const [drawn, setDrawn] = useState<Drawn>({ rows: emptyRows(), versions: {} });
  const keysColumn = usePlace(focus, ({ column }) => column);
  // Another card was chosen: the line of the one that was taken may go.
  usePlace(focus, ({ active }) => isLine(drawn.rows[keysColumn], active[keysColumn]));
  const versions = versionsOf(now, viewOf);
  const members = useMemo(() => membersOf(all), [all]);
  const columns = eachColumn((column) =>
    holdColumn({
      before: drawn.rows[column],
      due: due[column],
      presence: drawn.versions[column] === versions[column] ? (now.presence[column] ?? null) : null,
      handId: column === keysColumn ? focus.read().active[column] : undefined,
      own: now.own,
      members: members[column],
    }),
  );
  const isDrawn = COLUMNS.every(
    (column) =>
      sameRows(drawn.rows[column], columns[column].rows) && drawn.versions[column] === versions[column],
  );
  const rows = isDrawn ? drawn.rows : eachColumn((column) => columns[column].rows);
  // Remembered as it is drawn, so that the next one moves nothing.
  if (!isDrawn) setDrawn({ rows, versions });
  const listed = useMemo(() => eachColumn((column) => inquiriesIn(rows[column])), [rows]);
  return { rows, listed, columns };
}

const eachColumn = <Value>(valueOf: (column: Column) => Value): Record<Column, Value> => ({
  pending: valueOf('pending'),
  approved: valueOf('approved'),
  answering: valueOf('answering'),
  answered: valueOf('answered'),
  aside: valueOf('aside'),
});

const emptyRows = (): Rows => eachColumn(() => []);
const versionsOf = ({ releases }: Holds, viewOf: Parts['viewOf']) =>
  eachColumn((column) => `${String(releases[column] ?? 0)} ${viewOf(column)}`);
const membersOf = (all: Columns) =>
  eachColumn((column) => new Map(all[column].map((inquiry) => [inquiry.id, inquiry])));

const isLine = (rows: readonly Row[], id: InquiryId | undefined): boolean =>
  rows.some((row) => row.kind === 'gone' && row.inquiry.id === id);

function sameRows(one: readonly Row[], other: readonly Row[]): boolean {
  return one.length === other.length && one.every((row, at) => sameRow(row, other[at]));
}

function sameRow(one: Row, other: Row | undefined): boolean {
  if (!other || one.kind !== other.kind || one.key !== other.key) return false;
  if (one.kind === 'gap') return true;
  if (other.kind === 'gap' || one.inquiry !== other.inquiry) return false;
  if (one.kind === 'pair')
    return other.kind === 'pair' && one.pair === other.pair && one.other === other.other;
  if (one.kind === 'gone') return other.kind === 'gone' && one.atHand === other.atHand;
  return other.kind === 'inquiry' && one.place === other.place;
}
