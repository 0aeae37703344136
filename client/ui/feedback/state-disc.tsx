import type { ReactNode } from 'react';
import classes from './state-disc.module.css';

type StateProps = {
  icon: ReactNode;
  tone?: 'calm' | 'danger' | 'warning';
  title: string;
  children?: ReactNode;
  /** What to do now. */
  action?: ReactNode;
  headingLevel?: 1 | 2 | 3;
  /** Set for what appears after the page was there already. */
  role?: 'alert' | 'status';
};

/** The common form of empty and failed: an icon disc, a line, a sentence, one thing to do. */
export function StateDisc({
  icon,
  tone = 'calm',
  title,
  children,
  action,
  headingLevel = 3,
  role,
}: StateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={classes.root} role={role}>
      <div className={classes.disc} data-tone={tone}>
        {icon}
      </div>
      <Heading className={classes.title}>{title}</Heading>
      {children && <p className={classes.text}>{children}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
