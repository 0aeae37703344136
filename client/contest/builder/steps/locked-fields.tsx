import type { ReactNode } from 'react';
import { useBuilder } from '../draft/builder-context.js';
import classes from './locked-fields.module.css';

/** Fields that can be changed while the contest is a draft; the browser locks all of them at once. */
export function LockedFields({ children }: { children: ReactNode }) {
  const { locked } = useBuilder();
  return (
    <fieldset disabled={locked !== null} className={classes.fields}>
      {children}
    </fieldset>
  );
}
