import type { UnitStandingRow } from '../../../shared/contest/standings.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import classes from './standings-table.module.css';

type UnitsTableProps = { caption: string; rows: readonly UnitStandingRow[]; full?: boolean };

/** Units in order, each with how many of its people took part; gaps are shown where places are left out. */
export function UnitsTable({ caption, rows, full }: UnitsTableProps) {
  const t = useT('contest/standings');
  return (
    <table className={classes.table} data-full={full || undefined}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={classes.rank} data-num="">
            {t('columns.rank')}
          </th>
          <th scope="col">{t('columns.unit')}</th>
          <th scope="col" data-num="">
            {t('columns.entrants')}
          </th>
          <th scope="col" data-num="">
            {t('columns.points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <UnitRow key={row.unitId} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function UnitRow({ row }: { row: UnitStandingRow }) {
  const t = useT('contest/standings');
  const { number } = useFormat();
  return (
    <tr data-own={row.own || undefined}>
      <td className={classes.rank} data-num="">
        {number(row.rank)}
      </td>
      <th scope="row">
        <span className={classes.name}>
          {row.name} {row.own && <span className={classes.own}>{t('ownMark')}</span>}
        </span>
      </th>
      <td data-num="">
        {t('entrants', { entrants: number(row.entrants), headCount: number(row.headCount) })}
      </td>
      <td className={classes.points} data-num="">
        {number(row.points, 1)}
      </td>
    </tr>
  );
}
