import { rem } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useFormat } from '../../platform/text/i18n.js';
import classes from './ring-score.module.css';

const REVEAL_MS = 600;

type RingScoreProps = {
  value: number;
  max: number;
  /** Read out in place of the drawing: “72,1 trên 100 điểm”. */
  label: string;
  /** Below the number: “trên 100”. */
  caption?: string;
  size?: number;
};

/** A result as a ring that fills once while the number counts up; both stand still for who asked for less motion. */
export function RingScore({ value, max, label, caption, size = 148 }: RingScoreProps) {
  const { number } = useFormat();
  const shown = useCountUp(value);
  const width = Math.max(6, size * 0.075);
  const radius = (size - width) / 2;
  const around = 2 * Math.PI * radius;
  const share = max > 0 ? Math.min(1, Math.max(0, shown / max)) : 0;
  const decimals = decimalsOf(value);
  return (
    <div
      className={classes.ring}
      style={{ width: rem(size), height: rem(size) }}
      role="img"
      aria-label={label}
    >
      <svg width="100%" height="100%" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          stroke="var(--surface-3)"
          strokeWidth={width}
        />
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          stroke="var(--success)"
          strokeWidth={width}
          strokeLinecap="round"
          strokeDasharray={`${around * share} ${around}`}
        />
      </svg>
      <span className={classes.middle}>
        <b className="num" style={{ fontSize: rem(size * 0.25) }} translate="no">
          {number(shown, decimals)}
        </b>
        {caption && <span>{caption}</span>}
      </span>
    </div>
  );
}

/** As many as the value itself has, two at most: the number must not change its form while it counts up. */
const decimalsOf = (value: number): number =>
  [0, 1].find((decimals) => Number(value.toFixed(decimals)) === Number(value.toFixed(2))) ?? 2;

/** Rises from 0 to the value in 600 ms, slowing down; starts at the value when motion is unwanted. */
function useCountUp(value: number): number {
  const [shown, setShown] = useState(() => (prefersStillness() ? value : 0));
  useEffect(() => {
    let frame = 0;
    let began: number | null = null;
    const step = (at: number) => {
      began ??= at;
      const done = prefersStillness() ? 1 : Math.min(1, (at - began) / REVEAL_MS);
      setShown(value * (1 - (1 - done) ** 3));
      if (done < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return shown;
}

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
