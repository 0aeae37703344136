import type { QnaPhase } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Chip, LiveBadge } from '../../ui/data/chip.js';

const kinds = { draft: 'line', upcoming: 'navy', ended: 'plain' } as const;

export function PhaseChip({ phase }: { phase: QnaPhase }) {
  const t = useT('qna');
  if (phase === 'live') return <LiveBadge>{t('phase.live')}</LiveBadge>;
  return <Chip kind={kinds[phase]}>{t(`phase.${phase}`)}</Chip>;
}
