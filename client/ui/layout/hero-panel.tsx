import type { ReactNode } from 'react';
import classes from './hero-panel.module.css';
import { LighthouseScene } from './lighthouse-scene.js';

/** The navy panel with the lighthouse; what it says stays left of the tower. One per page at most. */
export function HeroPanel({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className={classes.panel} data-on-deep="" aria-label={label}>
      <LighthouseScene />
      <div className={classes.words}>{children}</div>
    </section>
  );
}
