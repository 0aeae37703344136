import { useFormat, useT } from '../../../platform/text/i18n.js';
import type { Matrix } from './matrix.rules.js';
import classes from './paper-total.module.css';

/** How many of the paper's questions the bank can fill. */
export function PaperTotal({ matrix }: { matrix: Matrix }) {
  const t = useT('contest/builder');
  const { number } = useFormat();
  const { filled, total, state } = matrix;
  return (
    <p className={classes.total} data-state={state} role="status">
      <b className="num">{`${number(filled)}/${number(total)}`}</b>
      <span>{t(`paper.total.${state}`)}</span>
    </p>
  );
}
