import { Link, useNavigate } from 'react-router';
import type { QuestionRow } from '../../../shared/question-bank/question.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { DataTable, type Column } from '../../ui/data/data-table.js';
import { LevelMark, StateChip } from '../question/question-chips.js';
import type { BankPicks } from './bank-selection.js';
import classes from './question-table.module.css';

/** From this width on a question opens beside the list, below it on a page of its own. */
export const SIDE_BY_SIDE = '(min-width: 75em)';

type QuestionTableProps = {
  rows: QuestionRow[];
  picks: BankPicks;
  openId: string | null;
  onOpen: (id: string) => void;
};

export function QuestionTable({ rows, picks, openId, onOpen }: QuestionTableProps) {
  const t = useT('question-bank');
  const { number } = useFormat();
  const columns: Column<QuestionRow>[] = [
    {
      key: 'question',
      header: t('list.question'),
      primary: true,
      cell: (row) => <QuestionLink row={row} isOpen={row.id === openId} onOpen={onOpen} />,
    },
    {
      key: 'level',
      header: t('list.level'),
      width: 150,
      wideOnly: true,
      cell: (row) => <LevelMark level={row.level} />,
    },
    {
      key: 'state',
      header: t('list.state'),
      width: 110,
      cell: (row) => <StateChip state={row.reviewState} />,
    },
    {
      key: 'used',
      header: t('list.used'),
      numeric: true,
      wideOnly: true,
      width: 84,
      cell: (row) => (row.usedCount > 0 ? number(row.usedCount) : '–'),
    },
  ];
  return (
    <div className={classes.table}>
      <DataTable
        caption={t('list.caption')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        selection={{
          isSelected: (row) => picks.has(row.id),
          onToggle: (row, isRange) => picks.toggle(row, rows, isRange),
          onToggleAll: () => picks.togglePage(rows),
          allSelected: rows.length > 0 && rows.every((row) => picks.has(row.id)),
          labelOf: (row) => t('list.pick', { code: row.code }),
          allLabel: t('list.pickAll'),
        }}
      />
    </div>
  );
}

type QuestionLinkProps = { row: QuestionRow; isOpen: boolean; onOpen: (id: string) => void };

function QuestionLink({ row, isOpen, onOpen }: QuestionLinkProps) {
  const t = useT('question-bank');
  const navigate = useNavigate();
  const page = `/organise/questions/${row.id}`;
  return (
    <>
      <Link
        to={page}
        className={classes.text}
        aria-current={isOpen || undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          if (matchMedia(SIDE_BY_SIDE).matches) onOpen(row.id);
          else void navigate(page);
        }}
      >
        {row.text}
      </Link>
      <span className={classes.facts}>
        {`${row.code} · ${row.topic.name}`}
        {!row.hasSource && <em>{t('list.noSource')}</em>}
      </span>
      <span className={classes.level}>
        <LevelMark level={row.level} />
      </span>
    </>
  );
}
