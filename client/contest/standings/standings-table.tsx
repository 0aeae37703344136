import { useRef, type ReactNode } from 'react';
import type { StandingRow } from '../../../shared/contest/standings.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { Avatar } from '../../ui/data/avatar.js';
import classes from './standings-table.module.css';
import type { ShortRow } from './standing-rows.rules.js';
import { useRowMoves } from './use-row-moves.js';

type StandingsTableProps = {
  caption: string;
  rows: readonly ShortRow[];
  /** Stays in view below the rows: the reader's place when it is on another page. */
  pinned?: StandingRow | null;
  /** With the time of submission, for the full table. */
  full?: boolean;
};

/** Members in order. Rows that change their place glide there. */
export function StandingsTable({ caption, rows, pinned, full }: StandingsTableProps) {
  const t = useT('contest/standings');
  const body = useRef<HTMLTableSectionElement>(null);
  useRowMoves(body, rows.map((one) => (one.kind === 'gap' ? '…' : one.row.memberId)).join());
  return (
    <table className={classes.table} data-full={full || undefined}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={classes.rank} data-num="">
            {t('columns.rank')}
          </th>
          <th scope="col">{t('columns.member')}</th>
          <th scope="col" data-num="">
            {t('columns.points')}
          </th>
          <th scope="col" data-num="">
            {t('columns.time')}
          </th>
          {full && (
            <th scope="col" data-num="" className={classes.wide}>
              {t('columns.submitted')}
            </th>
          )}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((one) =>
          one.kind === 'gap' ? (
            <GapRow key="gap" columns={full ? 5 : 4} />
          ) : (
            <MemberRow key={one.row.memberId} row={one.row} full={full} />
          ),
        )}
      </tbody>
      {pinned && (
        <tfoot>
          <MemberRow row={pinned} full={full} />
        </tfoot>
      )}
    </table>
  );
}

function MemberRow({ row, full }: { row: StandingRow; full?: boolean }) {
  const t = useT('contest/standings');
  const { number, clockUsed, dateTime } = useFormat();
  const { member } = useSession();
  const isOwn = row.memberId === member?.id;
  return (
    <tr data-row={row.memberId} data-own={isOwn || undefined}>
      <td className={classes.rank} data-num="">
        {number(row.rank)}
      </td>
      <th scope="row">
        <Person row={row} name={isOwn && !full ? t('you') : row.fullName}>
          {isOwn && full && <span className={classes.own}>{t('ownMark')}</span>}
        </Person>
      </th>
      <td className={classes.points} data-num="">
        {number(row.points)}
      </td>
      <td data-num="">
        <span className={classes.time}>{clockUsed(row.timeUsedMs)}</span>
        {row.decidedBy !== 'score' && (
          <span className={classes.decided}>{t(`decided.${row.decidedBy}`)}</span>
        )}
      </td>
      {full && (
        <td data-num="" className={classes.wide}>
          {dateTime(row.submittedAt)}
        </td>
      )}
    </tr>
  );
}

function Person({ row, name, children }: { row: StandingRow; name: string; children: ReactNode }) {
  return (
    <span className={classes.person}>
      <span className={classes.face}>
        <Avatar id={row.memberId} name={row.fullName} size={32} />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>
          {name} {children}
        </span>
        {row.unit && <span className={classes.unit}>{row.unit}</span>}
      </span>
    </span>
  );
}

function GapRow({ columns }: { columns: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} className={classes.gap}>
        {GAP}
      </td>
    </tr>
  );
}

const GAP = '…';
