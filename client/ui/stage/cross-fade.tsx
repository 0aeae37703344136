import { useState, type ReactNode } from 'react';
import classes from './cross-fade.module.css';

type Layer = { key: string; content: ReactNode };

/** Shows one thing; when `name` changes, the old one fades out while the new one fades in, 320 ms. */
export function CrossFade({ name, children }: { name: string; children: ReactNode }) {
  const [current, setCurrent] = useState<Layer>({ key: name, content: children });
  const [leaving, setLeaving] = useState<Layer | null>(null);
  if (current.key !== name) {
    setLeaving(current);
    setCurrent({ key: name, content: children });
  } else if (current.content !== children) {
    setCurrent({ key: name, content: children });
  }
  return (
    <div className={classes.stack}>
      {leaving && leaving.key !== name && (
        <div
          key={leaving.key}
          className={classes.layer}
          data-leaving=""
          inert
          onAnimationEnd={() => setLeaving(null)}
        >
          {leaving.content}
        </div>
      )}
      <div key={name} className={classes.layer} data-entering={leaving ? '' : undefined}>
        {children}
      </div>
    </div>
  );
}
