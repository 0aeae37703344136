import { useId } from 'react';
import classes from './lighthouse-scene.module.css';

type LighthouseSceneProps = {
  /** The beam sweeps slowly; one moving scene on a page at most. */
  sweeping?: boolean;
};

/** Rows of water from back to front: height above the foot, swing, colour. */
const rows = [
  { height: 52, swing: 7, fill: '#12315A' },
  { height: 36, swing: 6, fill: '#0E2A4F' },
  { height: 19, swing: 5, fill: '#0B2545' },
];

/**
 * The one illustration: a lighthouse at the right edge of a navy panel, its beam falling to the left. The tower keeps
 * its form whatever the panel's; the water runs along its whole foot.
 */
export function LighthouseScene({ sweeping }: LighthouseSceneProps) {
  const id = useId();
  return (
    <div className={classes.scene} aria-hidden="true">
      <svg
        viewBox="0 0 720 420"
        preserveAspectRatio="xMaxYMax meet"
        focusable="false"
        className={classes.tower}
      >
        <defs>
          <linearGradient id={`${id}beam`} x1="1" x2="0">
            <stop stopColor="#F6B042" stopOpacity=".6" />
            <stop offset=".8" stopColor="#F6B042" stopOpacity="0" />
          </linearGradient>
        </defs>
        <path
          className={classes.beam}
          data-sweeping={sweeping || undefined}
          d="M586 138-220-16v308z"
          fill={`url(#${id}beam)`}
        />
        <path d="M436 362c50-32 100-40 150-36 52 5 96 20 154 44v76H436z" fill="#08203D" />
        <g transform="translate(586 112)">
          <path d="M-25 2 0-30 25 2z" fill="#fff" />
          <circle cy="-33" r="4" fill="#fff" />
          <rect x="-18" y="2" width="36" height="34" rx="4" fill="#F6B042" />
          <path d="M-6.5 2v34M6.5 2v34" stroke="#0B2545" strokeOpacity=".5" strokeWidth="2.5" />
          <rect x="-33" y="36" width="66" height="11" rx="5.5" fill="#fff" />
          <path d="M-23 47h46l17 170h-80z" fill="#F4F2ED" />
          <path d="M-27.6 93h55.2l4.6 46h-64.4z" fill="#3A76B8" />
          <path d="M-35 167h70l5 50h-80z" fill="#3A76B8" />
          <rect x="-6" y="62" width="12" height="18" rx="6" fill="#0B2545" />
          <rect x="-6" y="145" width="12" height="16" rx="6" fill="#0B2545" />
        </g>
      </svg>
      <svg focusable="false" className={classes.water}>
        <defs>
          {rows.map(({ swing, fill }, row) => (
            <pattern
              key={row}
              id={`${id}row${row}`}
              x={row * -31}
              width="88"
              height="120"
              patternUnits="userSpaceOnUse"
            >
              <path d={`M0 ${swing}q22 ${-2 * swing} 44 0t44 0V120H0z`} fill={fill} />
            </pattern>
          ))}
        </defs>
        {rows.map(({ height }, row) => (
          <g key={row} transform={`translate(0 ${60 - height})`}>
            <rect width="100%" height="120" fill={`url(#${id}row${row})`} />
          </g>
        ))}
      </svg>
    </div>
  );
}
