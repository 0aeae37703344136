import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { ContestView, RoundView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import { useContest } from '../contest.api.js';
import { focusRoundOf } from '../round-state.rules.js';
import { useContestLive } from '../use-contest-live.js';
import { CancelledNotice } from '../cancelled-notice.js';
import { ContestHero } from './contest-hero.js';
import { ContestTabs, TABS, type Tab } from './contest-tabs.js';
import classes from './contest-page.module.css';
import { MainAction } from './main-action.js';
import { Overview } from './overview.js';
import { OwnResults } from './own-results.js';
import { RulesText } from './rules-text.js';
import { StandingsTab } from './standings-tab.js';
import { StartSheet } from './start-sheet.js';

export function Component() {
  const { id = '' } = useParams();
  const t = useT('contest');
  const query = useContest(id);
  const now = useContestLive(query.data);
  return (
    <QueryStates page query={query} texts="contest" failed={t('page.failed')} loading={<PageBones />}>
      {(contest) => <ContestPage contest={contest} now={now} />}
    </QueryStates>
  );
}

/** `now`: ms since 1970, moving only when some round changes its state. */
function ContestPage({ contest, now }: { contest: ContestView; now: number }) {
  usePageTitle(contest.title);
  const [params, setParams] = useSearchParams();
  const [starting, setStarting] = useState<RoundView | null>(null);
  const tab = TABS.find((one) => one === params.get('tab')) ?? 'overview';
  const focus = focusRoundOf(contest.rounds, now);
  const show = (next: Tab) =>
    setParams(next === 'overview' ? {} : { tab: next }, { preventScrollReset: true });
  return (
    <>
      <ContestHero contest={contest} focus={focus} now={now} />
      <ContestTabs value={tab} onChange={show} action={<MainAction focus={focus} onStart={setStarting} />} />
      {contest.cancellation && <CancelledNotice cancellation={contest.cancellation} />}
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`} className={classes.panel}>
        {tab === 'overview' && (
          <Overview
            contest={contest}
            now={now}
            focus={focus}
            onStart={setStarting}
            onRules={() => show('rules')}
          />
        )}
        {tab === 'rules' && <RulesText contest={contest} />}
        {tab === 'standings' && <StandingsTab contest={contest} />}
        {tab === 'results' && <OwnResults contest={contest} now={now} onStart={setStarting} />}
      </div>
      <StartSheet
        round={starting}
        contestId={contest.id}
        onClose={() => setStarting(null)}
        onRules={() => {
          setStarting(null);
          show('rules');
        }}
      />
    </>
  );
}
