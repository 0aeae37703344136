import type { QnaPhase } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/i18n.js';
import { Chip } from '../../ui/chip.js';

const kinds = { upcoming: 'navy', live: 'now', ended: 'teal' } as const;

export function PhaseChip({ phase }: { phase: QnaPhase }) {
  const t = useT('qna');
  return <Chip kind={kinds[phase]}>{t(`phase.${phase}`)}</Chip>;
}
