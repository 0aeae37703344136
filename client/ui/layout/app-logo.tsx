import { useId } from 'react';

/** The mark: a lighthouse over a wave, its beam leaving the square to the right. */
export function LogoMark({ size = 36 }: { size?: number }) {
  const beam = useId();
  return (
    <svg viewBox="0 0 40 40" width={size} height={size} aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id={beam} x1="0" x2="1">
          <stop stopColor="#F6B042" stopOpacity=".95" />
          <stop offset="1" stopColor="#F6B042" stopOpacity=".2" />
        </linearGradient>
      </defs>
      <rect width="40" height="40" rx="11" fill="var(--mark)" />
      <path d="M18.6 12.6 38.9 6.2A11 11 0 0 1 40 11v10.2l-21.4-5z" fill={`url(#${beam})`} />
      <path d="M13 18.4h6l1.7 12.8h-9.4z" fill="#fff" />
      <path d="M12.5 22.5h7l.6 4.5h-8.2z" fill="#3A76B8" />
      <rect x="11.2" y="16.6" width="9.6" height="2" rx="1" fill="#fff" />
      <rect x="13.3" y="11.9" width="5.4" height="4.7" rx=".8" fill="#F6B042" />
      <path d="m12.3 11.9 3.7-4.1 3.7 4.1z" fill="#fff" />
      <path
        d="M6 32.7c2.4-1.7 4.7-1.7 7 0s4.7 1.7 7 0 4.7-1.7 7 0 4.7 1.7 7 0"
        fill="none"
        stroke="#88B0DB"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
    </svg>
  );
}
