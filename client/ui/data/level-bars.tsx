import classes from './level-bars.module.css';

/** Step 1 to 4 of a rising scale as bars, with its word: the colour alone says nothing. */
export function LevelBars({ step, label }: { step: 1 | 2 | 3 | 4; label: string }) {
  return (
    <span className={classes.root}>
      <span className={classes.bars} data-step={step} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} data-on={bar <= step || undefined} />
        ))}
      </span>
      {label}
    </span>
  );
}
