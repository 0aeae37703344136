import { useEffect, useState, type ReactNode } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../form/button.js';
import classes from './skeletons.module.css';

const SHOW_AFTER_MS = 300;
const SLOW_AFTER_MS = 8_000;

type LoadingProps = {
  /** Skeletons in the shape of what comes. */
  children: ReactNode;
  onRetry?: () => void;
};

/**
 * Nothing to see for 300 ms, then skeletons, after 8 s also a word and a way to ask again. Their place is kept from the
 * beginning, so that nothing below moves when they appear.
 */
export function Loading({ children, onRetry }: LoadingProps) {
  const t = useT('ui');
  const [stage, setStage] = useState<'hidden' | 'shown' | 'slow'>('hidden');
  useEffect(() => {
    const shown = setTimeout(() => setStage('shown'), SHOW_AFTER_MS);
    const slow = setTimeout(() => setStage('slow'), SLOW_AFTER_MS);
    return () => {
      clearTimeout(shown);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div aria-busy="true" aria-label={t('loading')} role="status">
      <div className={classes.place} data-stage={stage}>
        {children}
      </div>
      {stage === 'slow' && <SlowLine onRetry={onRetry} />}
    </div>
  );
}

/** What stands under skeletons that have been there for too long. */
export function SlowLine({ onRetry }: { onRetry?: () => void }) {
  const t = useT('ui');
  return (
    <p className={classes.slow}>
      {t('slow')}
      {onRetry && (
        <Button size="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </p>
  );
}

type BoneProps = { width?: number | string; height?: number; round?: boolean };

/** One grey bar, or a disc. */
export function Bone({ width = '100%', height = 16, round }: BoneProps) {
  return <span className={classes.bone} style={{ width, height, borderRadius: round ? '50%' : undefined }} />;
}

/** Rows with a disc and two lines. */
export function RowBones({ rows = 3 }: { rows?: number }) {
  return (
    <div className={classes.column}>
      {Array.from({ length: rows }, (_row, index) => (
        <div key={index} className={classes.row}>
          <Bone width={44} height={44} round />
          <div className={classes.lines}>
            <Bone width={`${62 + ((index * 12) % 25)}%`} />
            <Bone width={`${38 - ((index * 8) % 14)}%`} height={12} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** A page heading and some cards. */
export function PageBones() {
  return (
    <div className={classes.column}>
      <Bone width="38%" height={32} />
      <Bone width="24%" height={14} />
      <div className={classes.cards}>
        <Bone height={180} />
        <Bone height={180} />
        <Bone height={180} />
      </div>
    </div>
  );
}
