import { IconDoorExit } from '@tabler/icons-react';
import { useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';

/** For who was asked to leave. */
export function Removed() {
  const t = useT('qna/gate');
  return (
    <EmptyState icon={<IconDoorExit />} title={t('removed.title')}>
      {t('removed.text')}
    </EmptyState>
  );
}
