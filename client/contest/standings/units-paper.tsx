import type { ContestView, RoundView } from '../../../shared/contest/contest.schema.js';
import type { UnitStandings } from '../../../shared/contest/standings.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { StandingsPaper } from './standings-paper.js';

const STRONG = 3;

type UnitsPaperProps = { contest: ContestView; round: RoundView; standings: UnitStandings };

/** All units in their places, without a mark of the reader's own. */
export function UnitsPaper({ contest, round, standings: { items, final, organisation } }: UnitsPaperProps) {
  const t = useT('contest/standings');
  const { number } = useFormat();
  const total = { count: items.length, total: number(items.length) };
  return (
    <StandingsPaper
      view="units"
      contest={contest}
      round={round}
      organisation={organisation}
      final={final}
      line={t('paper.unitsLine', total)}
      note={t('paper.unitsNote', total)}
      columns={5}
      heading={
        <tr>
          <th scope="col" data-num="">
            {t('columns.rank')}
          </th>
          <th scope="col">{t('columns.unit')}</th>
          <th scope="col" data-num="">
            {t('columns.entrants')}
          </th>
          <th scope="col" data-num="">
            {t('paper.headCount')}
          </th>
          <th scope="col" data-num="">
            {t('columns.points')}
          </th>
        </tr>
      }
      rows={items.map((row) => (
        <tr key={row.unitId} data-strong={row.rank <= STRONG || undefined}>
          <td data-num="">{number(row.rank)}</td>
          <th scope="row">{row.name}</th>
          <td data-num="">{number(row.entrants)}</td>
          <td data-num="">{number(row.headCount)}</td>
          <td data-num="">{number(row.points)}</td>
        </tr>
      ))}
    />
  );
}
