import { useId } from 'react';
import classes from './lighthouse-scene.module.css';

const wave = (y: number, swing: number) => {
  const arcs = Array.from({ length: 10 }, () => `q22 ${-swing} 44 0t44 0`).join('');
  return `M-30 ${y}${arcs}V440H-30z`;
};

type LighthouseSceneProps = {
  /** The beam sweeps slowly; one moving scene on a page at most. */
  sweeping?: boolean;
};

/** The one illustration: a lighthouse at the right edge of a navy panel, its beam falling to the left. */
export function LighthouseScene({ sweeping }: LighthouseSceneProps) {
  const beam = useId();
  return (
    <svg
      className={classes.scene}
      viewBox="0 0 720 420"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <linearGradient id={beam} x1="1" x2="0">
          <stop stopColor="#F6B042" stopOpacity=".6" />
          <stop offset=".68" stopColor="#F6B042" stopOpacity="0" />
        </linearGradient>
      </defs>
      <path
        className={classes.beam}
        data-sweeping={sweeping || undefined}
        d="M586 138 -60 14v276z"
        fill={`url(#${beam})`}
      />
      <path d="M452 356c46-30 92-36 138-32 56 5 96 18 150 40v76H452z" fill="#08203D" />
      <g transform="translate(586 112)">
        <path d="M-25 2 0-30 25 2z" fill="#fff" />
        <circle cy="-33" r="4" fill="#fff" />
        <rect x="-18" y="2" width="36" height="34" rx="4" fill="#F6B042" />
        <path d="M-6.5 2v34M6.5 2v34" stroke="#0B2545" strokeOpacity=".5" strokeWidth="2.5" />
        <rect x="-33" y="36" width="66" height="11" rx="5.5" fill="#fff" />
        <path d="M-23 47h46l17 170h-80z" fill="#F4F2ED" />
        <path d="M-27.6 93h55.2l4.6 46h-64.400z" fill="#3A76B8" />
        <path d="M-35 167h70l5 50h-80z" fill="#3A76B8" />
        <rect x="-6" y="62" width="12" height="18" rx="6" fill="#0B2545" />
        <rect x="-6" y="145" width="12" height="16" rx="6" fill="#0B2545" />
      </g>
      <path d={wave(352, 8)} fill="#12315A" />
      <path d={wave(376, 7)} fill="#0E2A4F" />
      <path d={wave(400, 6)} fill="#0B2545" />
    </svg>
  );
}
