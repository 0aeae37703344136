import { useState } from 'react';
import type { TurnoutRound } from '../../../shared/contest/turnout.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { ProgressBar } from '../../ui/feedback/progress-bar.js';
import { Panel } from '../../ui/layout/panel.js';
import { useTurnoutView } from './turnout.api.js';
import classes from './turnout.module.css';

const SHOWN = 12;

/** The round by the units below; nothing where there are none, and until they are counted. */
export function SubUnits({ round, unit }: { round: TurnoutRound; unit: string }) {
  const t = useT('contest/turnout');
  const { number } = useFormat();
  const [all, setAll] = useState(false);
  const { data } = useTurnoutView(round.roundId, unit);
  if (!data || round.phase === 'upcoming' || data.units.length < 2) return null;
  const shown = all ? data.units : data.units.slice(0, SHOWN);
  return (
    <Panel title={t('byUnit', { nth: round.ordinal })} className={classes.byUnit}>
      <ul>
        {shown.map(({ unitId, name, done, total }) => (
          <li key={unitId} className={classes.unit}>
            <span>{name}</span>
            <ProgressBar
              size="sm"
              tone="quiet"
              value={done}
              max={total}
              label={t('unitThrough', { unit: name, done: number(done), total: number(total) })}
            />
            <b className="num">{`${number(done)}/${number(total)}`}</b>
          </li>
        ))}
      </ul>
      {shown.length < data.units.length && (
        <Button size="sm" kind="ghost" onClick={() => setAll(true)}>
          {t('moreUnits', { count: data.units.length - shown.length })}
        </Button>
      )}
    </Panel>
  );
}
