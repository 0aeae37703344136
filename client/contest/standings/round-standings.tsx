import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { useUnitStandings } from '../contest.api.js';
import { MemberStandings } from './member-standings.js';
import { FinalChip, StandingsStates } from './standings-states.js';
import classes from './standings.module.css';
import { StandingsSegments, type StandingsView } from './standings-segments.js';
import { TakeStandings } from './take-standings.js';
import { UnitScoreSheet } from './unit-score-sheet.js';
import { UnitsTable } from './units-table.js';

/** The whole standings of a round, members or units as the address says. */
export function RoundStandings({ round }: { round: RoundView }) {
  const [params, setParams] = useSearchParams();
  const view: StandingsView = params.get('view') === 'units' ? 'units' : 'members';
  const show = (next: StandingsView) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const name of ['after', 'from']) after.delete(name);
        if (next === 'units') after.set('view', next);
        else after.delete('view');
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Panel kind="flush" className={classes.panel}>
      <div className={classes.bar}>
        <StandingsSegments value={view} onChange={show} />
        {round.standingsVisibleNow && <TakeStandings round={round} view={view} />}
      </div>
      {view === 'members' ? (
        <MemberStandings key={round.id} round={round} />
      ) : (
        <UnitStandingsPart key={round.id} round={round} />
      )}
    </Panel>
  );
}

function UnitStandingsPart({ round }: { round: RoundView }) {
  const t = useT('contest/standings');
  const { number } = useFormat();
  const [explained, setExplained] = useState(false);
  return (
    <StandingsStates query={useUnitStandings(round.id)} round={round}>
      {({ items, final }) =>
        items.length === 0 ? (
          <p className={classes.nobody}>{t('emptyUnits')}</p>
        ) : (
          <>
            <div className={classes.facts}>
              <FinalChip final={final} />
              <span>{t('unitTotal', { count: items.length, total: number(items.length) })}</span>
              <Button
                size="sm"
                kind="ghost"
                className={classes.formulaButton}
                onClick={() => setExplained(true)}
              >
                {t('formula.open')}
              </Button>
            </div>
            <UnitsTable full caption={t('unitCaption', { round: round.title })} rows={items} />
            <UnitScoreSheet open={explained} onClose={() => setExplained(false)} rows={items} />
          </>
        )
      }
    </StandingsStates>
  );
}
