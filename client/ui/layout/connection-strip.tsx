import type { ReactNode } from 'react';
import classes from './connection-strip.module.css';

type ConnectionStripProps = {
  state: 'slow' | 'offline' | 'back';
  icon: ReactNode;
  text: ReactNode;
  action?: ReactNode;
};

/** A strip under the header; it pushes the page down instead of covering it. */
export function ConnectionStrip({ state, icon, text, action }: ConnectionStripProps) {
  return (
    <div className={classes.strip} data-state={state} role="status">
      <div className={classes.inner}>
        {icon}
        <span className={classes.text}>{text}</span>
        {action}
      </div>
    </div>
  );
}
