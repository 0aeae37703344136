import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';

/** What scanning the code is good for now; never a promise the session does not keep. */
export function useScanText({ live, phase }: Pick<QnaSessionView, 'live' | 'phase'>): string {
  const t = useT('qna/projector');
  if (live.endedAt !== null || phase === 'ended') return t('scan.ended');
  if (live.accepting) return live.voting ? t('scan.both') : t('scan.ask');
  return live.voting ? t('scan.vote') : t('scan.follow');
}
