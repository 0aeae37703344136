import type { ContestView, RoundView } from '../../../shared/contest/contest.schema.js';
import type { StandingRow } from '../../../shared/contest/standings.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { StandingsPaper } from './standings-paper.js';

const STRONG = 3;

type MembersPaperProps = {
  contest: ContestView;
  round: RoundView;
  standings: { items: readonly StandingRow[]; final: boolean; organisation: string };
};

/** Everybody in their places, without a mark of the reader's own. */
export function MembersPaper({
  contest,
  round,
  standings: { items, final, organisation },
}: MembersPaperProps) {
  const t = useT('contest/standings');
  const { number, clockUsed } = useFormat();
  const total = { count: items.length, total: number(items.length) };
  return (
    <StandingsPaper
      view="members"
      contest={contest}
      round={round}
      organisation={organisation}
      final={final}
      line={t('paper.membersLine', total)}
      note={t('paper.membersNote', total)}
      columns={6}
      heading={
        <tr>
          <th scope="col" data-num="">
            {t('columns.rank')}
          </th>
          <th scope="col">{t('paper.name')}</th>
          <th scope="col">{t('columns.unit')}</th>
          <th scope="col" data-num="">
            {t('columns.points')}
          </th>
          <th scope="col" data-num="">
            {t('columns.time')}
          </th>
          <th scope="col">{t('paper.note')}</th>
        </tr>
      }
      rows={items.map((row) => (
        <tr key={row.memberId} data-strong={row.rank <= STRONG || undefined}>
          <td data-num="">{number(row.rank)}</td>
          <th scope="row">{row.fullName}</th>
          <td>{row.unit}</td>
          <td data-num="">{number(row.points)}</td>
          <td data-num="">{clockUsed(row.timeUsedMs)}</td>
          <td data-keep="">{row.decidedBy === 'score' ? '' : t(`decided.${row.decidedBy}`)}</td>
        </tr>
      ))}
    />
  );
}
