import { useId, type ReactNode } from 'react';
import classes from './panel.module.css';

type PanelProps = {
  title?: ReactNode;
  /** Beside the title: a link or a small button. */
  action?: ReactNode;
  children: ReactNode;
  /** `now` for the one thing that is happening; `deep` for navy; `flush` lets a table reach the edges. */
  kind?: 'plain' | 'now' | 'deep' | 'flush';
  headingLevel?: 2 | 3;
  className?: string;
};

/** A white card with a hairline border. Cards do not stand inside cards. */
export function Panel({ title, action, children, kind = 'plain', headingLevel = 2, className }: PanelProps) {
  const id = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      className={[classes.panel, className].filter(Boolean).join(' ')}
      data-kind={kind}
      data-on-deep={kind === 'deep' ? '' : undefined}
      aria-labelledby={title ? id : undefined}
    >
      {title && (
        <header className={classes.head}>
          <Heading id={id} className={classes.title}>
            {title}
          </Heading>
          {action}
        </header>
      )}
      <div className={classes.body}>{children}</div>
    </section>
  );
}
