import type { BlueprintCell } from '../../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { LevelBars } from '../../../ui/data/level-bars.js';
import { NumberStepper } from '../../../ui/form/number-stepper.js';
import { LEVELS } from '../../../../shared/question-bank/question.schema.js';
import type { Matrix, MatrixCell, MatrixRow } from './matrix.rules.js';
import classes from './matrix-table.module.css';

const MOST_PER_CELL = 200;
const steps = [1, 2, 3, 4] as const;

type MatrixTableProps = { matrix: Matrix; onSet: (cell: BlueprintCell) => void };

/** Topics by levels, each cell a number to draw and how many there are; totals follow at once. */
export function MatrixTable({ matrix, onSet }: MatrixTableProps) {
  const t = useT('contest/builder');
  const { number, percent } = useFormat();
  return (
    <table className={classes.matrix} role="table">
      <caption className="visually-hidden">{t('paper.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('paper.topic')}
          </th>
          {LEVELS.map((level, index) => (
            <th key={level} role="columnheader" scope="col" className={classes.level}>
              <LevelBars step={steps[index] ?? 1} label={t(`level.${level}`)} />
            </th>
          ))}
          <th role="columnheader" scope="col" className={classes.total}>
            {t('paper.sum')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {matrix.rows.map((row) => (
          <tr key={row.topicId} role="row">
            <th role="rowheader" scope="row">
              {row.topic || t('paper.unknownTopic')}
            </th>
            {row.cells.map((cell) => (
              <td key={cell.level} role="cell" data-label={t(`level.${cell.level}`)}>
                <Cell row={row} cell={cell} onSet={onSet} />
              </td>
            ))}
            <td role="cell" className={`${classes.total} num`} data-label={t('paper.sum')} translate="no">
              {number(row.total)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th role="rowheader" scope="row">
            {t('paper.sum')}
          </th>
          {matrix.columns.map((column) => (
            <td key={column.level} role="cell" data-label={t(`level.${column.level}`)}>
              <b className="num" translate="no">
                {number(column.total)}
              </b>{' '}
              <span>{`(${percent(column.share)})`}</span>
            </td>
          ))}
          <td role="cell" className={`${classes.total} num`} data-label={t('paper.sum')} translate="no">
            {number(matrix.total)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

type CellProps = { row: MatrixRow; cell: MatrixCell; onSet: (cell: BlueprintCell) => void };

function Cell({ row, cell, onSet }: CellProps) {
  const t = useT('contest/builder');
  const { number } = useFormat();
  const { level, count, available, state } = cell;
  const words = { count: available, number: number(available) };
  return (
    <div className={classes.cell} data-state={state}>
      <NumberStepper
        size="sm"
        labelHidden
        label={t('paper.cell', { topic: row.topic || t('paper.unknownTopic'), level: t(`level.${level}`) })}
        value={count}
        min={0}
        max={MOST_PER_CELL}
        onChange={(next) => onSet({ topicId: row.topicId, level, count: next })}
      />
      <small>
        {state === 'thin' || state === 'impossible' ? t('paper.only', words) : t('paper.available', words)}
      </small>
    </div>
  );
}
