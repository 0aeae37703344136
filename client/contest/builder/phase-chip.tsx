import type { ContestRow, RoundPhase } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Chip } from '../../ui/data/chip.js';

type Phase = RoundPhase | ContestRow['phase'];

const kinds = {
  draft: 'plain',
  upcoming: 'navy',
  open: 'now',
  running: 'now',
  closed: 'teal',
  cancelled: 'red',
} as const;

export function PhaseChip({ phase }: { phase: Phase }) {
  const t = useT('contest/builder');
  return <Chip kind={kinds[phase]}>{t(`phase.${phase}`)}</Chip>;
}
