import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Chip } from '../../ui/data/chip.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { Loading, RowBones } from '../../ui/feedback/skeletons.js';
import { HiddenStandings } from './hidden-standings.js';
import classes from './standings.module.css';

export function FinalChip({ final }: { final: boolean }) {
  const t = useT('contest/standings');
  return <Chip kind={final ? 'teal' : 'amber'}>{final ? t('final') : t('provisional')}</Chip>;
}

type MissingProps = {
  query: { error: unknown; isFetching: boolean; refetch: () => unknown };
  round: Pick<RoundView, 'standingsVisibleAt'>;
};

/** In place of standings that are loading, hidden or failed. */
export function StandingsMissing({ query, round }: MissingProps) {
  const t = useT('contest/standings');
  const explain = useFailureText('contest');
  const retry = () => void query.refetch();
  if (isFailure(query.error, 'standings.hidden')) {
    const { visibleAt } = query.error.params;
    return <HiddenStandings at={typeof visibleAt === 'string' ? visibleAt : round.standingsVisibleAt} />;
  }
  if (query.error) {
    return (
      <ErrorState title={t('failed')} onRetry={retry} retrying={query.isFetching}>
        {explain(query.error)} {t('safe')}
      </ErrorState>
    );
  }
  return (
    <div className={classes.bones}>
      <Loading onRetry={retry}>
        <RowBones rows={6} />
      </Loading>
    </div>
  );
}
