import { useState } from 'react';
import { Link } from 'react-router';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { useStandings, useUnitStandings } from '../contest.api.js';
import { HiddenNote } from './hidden-standings.js';
import classes from './standings-card.module.css';
import { shortStandings } from './standing-rows.rules.js';
import { StandingsSegments, type StandingsView } from './standings-segments.js';
import { FinalChip, StandingsStates } from './standings-states.js';
import { StandingsTable } from './standings-table.js';
import { UnitScoreSheet } from './unit-score-sheet.js';
import { UnitsTable } from './units-table.js';

/** Units shown beside the own one. */
const FIRST_UNITS = 5;

type StandingsCardProps = {
  contestId: string;
  /** Whose standings are out; null before the first. */
  round: RoundView | null;
  /** Whose standings are still to come. */
  hidden: RoundView | null;
};

/** The short standings beside the rounds: who leads, and where the reader stands. */
export function StandingsCard({ contestId, round, hidden }: StandingsCardProps) {
  const t = useT('contest/standings');
  const [view, setView] = useState<StandingsView>('members');
  if (!round && !hidden) {
    return (
      <Panel title={t('card.plain')}>
        <p className={classes.none}>{t('card.none')}</p>
      </Panel>
    );
  }
  return (
    <Panel
      kind="flush"
      title={round ? t('card.title', { nth: round.ordinal }) : t('pageTitle', { nth: hidden?.ordinal })}
      action={round && <FinalOf round={round} />}
    >
      {round && (
        <>
          <div className={classes.segments}>
            <StandingsSegments block value={view} onChange={setView} />
          </div>
          {view === 'members' ? (
            <MembersPart key={round.id} round={round} />
          ) : (
            <UnitsPart key={round.id} round={round} />
          )}
        </>
      )}
      <div className={classes.foot}>
        {round && (
          <Link className={classes.all} to={fullTable(contestId, round, view)}>
            {t('card.all')}
          </Link>
        )}
        {hidden && (
          <HiddenNote title={t('card.hiddenRound', { nth: hidden.ordinal })} at={hidden.standingsVisibleAt} />
        )}
      </div>
    </Panel>
  );
}

const fullTable = (contestId: string, round: RoundView, view: StandingsView) =>
  `/contests/${contestId}/rounds/${round.id}/standings${view === 'units' ? '?view=units' : ''}`;

function FinalOf({ round }: { round: RoundView }) {
  const { data } = useStandings(round.id);
  return data ? <FinalChip final={data.final} /> : null;
}

function MembersPart({ round }: { round: RoundView }) {
  const t = useT('contest/standings');
  return (
    <StandingsStates query={useStandings(round.id)} round={round}>
      {(standings) => {
        const rows = shortStandings(standings);
        if (rows.length === 0) return <p className={classes.nobody}>{t('empty.title')}</p>;
        return <StandingsTable caption={t('caption', { round: round.title })} rows={rows} />;
      }}
    </StandingsStates>
  );
}

function UnitsPart({ round }: { round: RoundView }) {
  const t = useT('contest/standings');
  const [explained, setExplained] = useState(false);
  return (
    <StandingsStates query={useUnitStandings(round.id)} round={round}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={classes.nobody}>{t('emptyUnits')}</p>
        ) : (
          <>
            <UnitsTable
              caption={t('unitCaption', { round: round.title })}
              rows={items.filter((unit, at) => at < FIRST_UNITS || unit.own)}
            />
            <div className={classes.formula}>
              <Button size="sm" kind="ghost" onClick={() => setExplained(true)}>
                {t('formula.open')}
              </Button>
            </div>
            <UnitScoreSheet open={explained} onClose={() => setExplained(false)} rows={items} />
          </>
        )
      }
    </StandingsStates>
  );
}
