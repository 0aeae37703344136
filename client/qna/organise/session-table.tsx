import { IconCast, IconLayoutColumns, IconListDetails } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { QnaSummary } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { ButtonLink } from '../../ui/form/button.js';
import { DataTable, type Column } from '../../ui/data/data-table.js';
import classes from './organise.module.css';
import { PhaseChip } from './phase-chip.js';
import { SessionActions } from './session-actions.js';

/** One's sessions with what became of their questions, each with the way to its screens. */
export function SessionTable({ rows }: { rows: QnaSummary[] }) {
  const t = useT('qna/organise');
  const { number } = useFormat();
  return (
    <DataTable
      caption={t('list.caption', { number: number(rows.length) })}
      columns={useColumns()}
      rows={rows}
      keyOf={(row) => row.id}
    />
  );
}

function useColumns(): Column<QnaSummary>[] {
  const t = useT('qna/organise');
  const qna = useT('qna');
  const { dateTime, number } = useFormat();
  return [
    {
      key: 'title',
      header: t('list.session'),
      primary: true,
      cell: (row) => (
        <>
          <Link to={row.manage ? `/organise/qna/${row.id}` : `/qna/${row.id}/desk`} className={classes.title}>
            {row.title}
          </Link>
          <span className={classes.note}>
            {t('list.codeAndRole', {
              code: row.code,
              role: row.desk === null ? t('list.noRole') : qna(`role.${row.desk}`),
            })}
          </span>
        </>
      ),
    },
    {
      key: 'phase',
      header: t('list.phase'),
      width: 140,
      cell: (row) => <PhaseChip phase={row.phase} />,
    },
    { key: 'starts', header: t('list.starts'), width: 160, cell: (row) => dateTime(row.startsAt) },
    {
      key: 'asked',
      header: t('list.asked'),
      width: 150,
      numeric: true,
      cell: (row) => (
        <span className={classes.oneLine}>
          {t('list.answeredOf', { answered: number(row.answered), asked: number(row.asked) })}
        </span>
      ),
    },
    { key: 'screens', header: t('list.screens'), width: 416, cell: (row) => <Screens row={row} /> },
  ];
}

function Screens({ row }: { row: QnaSummary }) {
  const t = useT('qna/organise');
  const label = (screen: string) => t('list.screenOf', { screen, title: row.title });
  return (
    <span className={classes.screens}>
      {row.desk !== null && (
        <ButtonLink
          size="sm"
          kind={row.phase === 'live' ? 'accent' : 'outline'}
          icon={<IconLayoutColumns />}
          to={`/qna/${row.id}/desk`}
          aria-label={label(t('screens.desk'))}
        >
          {t('screens.deskShort')}
        </ButtonLink>
      )}
      <ButtonLink
        size="sm"
        icon={<IconCast />}
        to={`/qna/${row.id}/projector`}
        aria-label={label(t('screens.projector'))}
      >
        {t('screens.projectorShort')}
      </ButtonLink>
      <ButtonLink
        size="sm"
        icon={<IconListDetails />}
        to={`/qna/${row.id}/ledger`}
        aria-label={label(t('screens.ledger'))}
      >
        {t('screens.ledgerShort')}
      </ButtonLink>
      {row.manage && (
        <SessionActions session={{ ...row, unused: row.phase === 'draft' || row.asked === 0 }} />
      )}
    </span>
  );
}
