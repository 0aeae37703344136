import type { ReactNode } from 'react';
import { StateDisc } from './state-disc.js';

type EmptyStateProps = {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Of a heading that stands under the page's own: 2. Where this is all there is: 1. */
  headingLevel?: 1 | 2 | 3;
};

/** Nothing here yet: says what will be, and offers the one thing that makes it so. */
export function EmptyState({ icon, title, children, action, headingLevel }: EmptyStateProps) {
  return (
    <StateDisc icon={icon} title={title} action={action} headingLevel={headingLevel}>
      {children}
    </StateDisc>
  );
}
