import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../form/button.js';
import { StateDisc } from './state-disc.js';

type ErrorStateProps = {
  /** What could not be done: “Chưa tải được bảng xếp hạng”. */
  title: string;
  /** Why, and what is safe. */
  children?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  headingLevel?: 1 | 2 | 3;
  icon?: ReactNode;
};

export function ErrorState({ title, children, onRetry, retrying, headingLevel, icon }: ErrorStateProps) {
  const t = useT('ui');
  const retry = onRetry && (
    <Button icon={<IconRefresh />} onClick={onRetry} busy={retrying} busyText={t('retrying')}>
      {t('retry')}
    </Button>
  );
  return (
    <StateDisc
      icon={icon ?? <IconPlugConnectedX />}
      tone="danger"
      title={title}
      action={retry}
      role="alert"
      headingLevel={headingLevel}
    >
      {children}
    </StateDisc>
  );
}
