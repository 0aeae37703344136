import { IconCircleCheck, IconSearchOff, IconUsers } from '@tabler/icons-react';
import type { TurnoutRound } from '../../../shared/contest/turnout.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import type { Asked } from './turnout.api.js';

/** Why a list has nobody in it. */
export function NobodyHere({ asked, round }: { asked: Asked; round: TurnoutRound }) {
  const t = useT('contest/turnout');
  const { number } = useFormat();
  if (asked.q !== '')
    return (
      <EmptyState icon={<IconSearchOff />} title={t('empty.search', { q: asked.q })}>
        {t('empty.searchText')}
      </EmptyState>
    );
  if (asked.state === 'missing')
    return (
      <EmptyState icon={<IconCircleCheck />} title={t('empty.missing')}>
        {t('empty.missingText', { count: round.counts.total, people: number(round.counts.total) })}
      </EmptyState>
    );
  return <EmptyState icon={<IconUsers />} title={t(`empty.${asked.state}`)} />;
}
