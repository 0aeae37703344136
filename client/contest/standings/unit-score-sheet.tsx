import type { UnitStandingRow } from '../../../shared/contest/standings.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Sheet } from '../../ui/layout/sheet.js';
import classes from './standings.module.css';

type UnitScoreSheetProps = { open: boolean; onClose: () => void; rows: readonly UnitStandingRow[] };

/** How a unit's score comes about, with the numbers of the reader's own unit, else of the first. */
export function UnitScoreSheet({ open, onClose, rows }: UnitScoreSheetProps) {
  const t = useT('contest/standings');
  const { number } = useFormat();
  const example = rows.find((row) => row.own) ?? rows[0];
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('formula.title')}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t('formula.close')}
        </Button>
      }
    >
      <div className={classes.formula}>
        <p className={classes.fraction}>
          <span>{t('formula.result')}</span>
          <span aria-hidden="true">{EQUALS}</span>
          <span className={classes.quotient}>
            <span>{t('formula.above')}</span>
            <span className="visually-hidden">{t('formula.over')}</span>
            <span>{t('formula.below')}</span>
          </span>
        </p>
        <p>{t('formula.why')}</p>
        {example && (
          <p>
            {t('formula.example', {
              unit: example.name,
              entrants: number(example.entrants),
              headCount: number(example.headCount),
              points: number(example.points, 1),
            })}
          </p>
        )}
        <p>{t('formula.ties')}</p>
      </div>
    </Sheet>
  );
}

const EQUALS = '=';
