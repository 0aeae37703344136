import type { InspectedEvent } from '../../../shared/contest/inspection.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './paper.module.css';

/** What happened in an attempt, by the server's clock. */
export function PaperEvents({ events }: { events: readonly InspectedEvent[] }) {
  const t = useT('contest/inspection');
  const { timeWithSeconds } = useFormat();
  return (
    <Panel title={t('paper.events.title')}>
      <ol className={classes.events}>
        {events.map(({ kind, at, positions, minutes }) => (
          <li key={`${kind} ${at}`} data-kind={kind}>
            <time dateTime={at}>{timeWithSeconds(at)}</time>
            <span>{t(`paper.events.${kind}`, { positions: positions.join(', '), count: minutes ?? 0 })}</span>
          </li>
        ))}
      </ol>
      <p className={classes.note}>{t('paper.logged')}</p>
    </Panel>
  );
}
