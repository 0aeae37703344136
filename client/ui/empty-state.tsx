import type { ReactNode } from 'react';
import { StateDisc } from './state-disc.js';

type EmptyStateProps = { icon: ReactNode; title: string; children?: ReactNode; action?: ReactNode };

/** Nothing here yet: says what will be, and offers the one thing that makes it so. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <StateDisc icon={icon} title={title} action={action}>
      {children}
    </StateDisc>
  );
}
