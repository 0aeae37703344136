import { spanParts } from '../../../shared/kernel/formats.js';
import { useT } from '../../platform/text/i18n.js';
import { useServerNow } from '../../platform/time/server-time.js';
import classes from './countdown-cells.module.css';

type CountdownCellsProps = { deadline: number; label: string };

/** Days, hours, minutes and seconds to an instant; the days leave as soon as there are none. */
export function CountdownCells({ deadline, label }: CountdownCellsProps) {
  const t = useT('ui');
  const { days, hours, minutes, seconds } = spanParts(deadline - useServerNow(), 'left');
  const cells = [
    { key: 'days', value: days, word: t('countdown.days', { count: days }) },
    { key: 'hours', value: hours, word: t('countdown.hours', { count: hours }) },
    { key: 'minutes', value: minutes, word: t('countdown.minutes', { count: minutes }) },
    { key: 'seconds', value: seconds, word: t('countdown.seconds', { count: seconds }) },
  ].slice(days > 0 ? 0 : 1);
  return (
    <div className={classes.cells} role="timer" aria-label={label} translate="no">
      {cells.map((cell) => (
        <span key={cell.key} className={classes.cell}>
          <b>{String(cell.value).padStart(2, '0')}</b>
          <span>{cell.word}</span>
        </span>
      ))}
    </div>
  );
}
