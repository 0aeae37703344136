import classes from './progress-bar.module.css';

type ProgressBarProps = {
  value: number;
  max: number;
  label: string;
  /** `now` for what is going on, `done` for what is finished, `quiet` for comparison. */
  tone?: 'plain' | 'now' | 'done' | 'quiet';
  size?: 'sm' | 'md';
};

export function ProgressBar({ value, max, label, tone = 'plain', size = 'md' }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      className={classes.bar}
      data-tone={tone}
      data-size={size}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
    >
      <i style={{ transform: `translateX(${(share - 1) * 100}%)` }} />
    </div>
  );
}
