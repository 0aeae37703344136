import { IconArrowLeft, IconArrowRight, IconLayoutGrid, IconSend } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { KeyHint } from '../../../ui/data/key-hint.js';
import classes from './attempt-footer.module.css';
import type { PaperCounts } from '../session/paper.rules.js';

type AttemptFooterProps = {
  position: number;
  counts: PaperCounts;
  /** How many number keys the question answers to. */
  keys: number;
  canSubmit: boolean;
  onGo: (position: number) => void;
  onNavigator: () => void;
  onSubmit: () => void;
};

/** The way to the neighbours; on phones within reach of the thumb, with the navigator in the middle. */
export function AttemptFooter(props: AttemptFooterProps) {
  const t = useT('contest/attempt');
  const { position, counts, onGo } = props;
  const isLast = position >= counts.total;
  const isKeyboardOpen = useKeyboardOpen();
  return (
    <nav className={classes.footer} aria-label={t('footer.label')} hidden={isKeyboardOpen}>
      <Button
        size="lg"
        aria-label={t('footer.previous')}
        icon={<IconArrowLeft aria-hidden="true" />}
        disabled={position <= 1}
        onClick={() => onGo(position - 1)}
      >
        <span className={classes.wide}>{t('footer.previous')}</span>
      </Button>
      <Button
        size="lg"
        className={`${classes.middle} num`}
        translate="no"
        aria-label={t('navigator.open', { answered: counts.answered, total: counts.total })}
        icon={<IconLayoutGrid aria-hidden="true" />}
        onClick={props.onNavigator}
      >
        {`${counts.answered}/${counts.total}`}
      </Button>
      <Hints keys={props.keys} />
      {isLast ? (
        <Button
          kind="primary"
          size="lg"
          className={classes.next}
          iconAfter={<IconSend aria-hidden="true" />}
          disabled={!props.canSubmit}
          onClick={props.onSubmit}
        >
          <span className={classes.wide}>{t('footer.last')}</span>
          <span className={classes.narrow}>{t('footer.lastShort')}</span>
        </Button>
      ) : (
        <Button
          kind="primary"
          size="lg"
          className={classes.next}
          iconAfter={<IconArrowRight aria-hidden="true" />}
          onClick={() => onGo(position + 1)}
        >
          <span className={classes.wide}>{t('footer.next')}</span>
          <span className={classes.narrow}>{t('footer.nextShort')}</span>
        </Button>
      )}
    </nav>
  );
}

function Hints({ keys }: { keys: number }) {
  const t = useT('contest/attempt');
  return (
    <p className={classes.hints} aria-hidden="true">
      {keys > 0 && (
        <span>
          <KeyHint keys="1" />
          {'–'}
          <KeyHint keys={String(keys)} />
          {t('footer.choose')}
        </span>
      )}
      <span>
        <KeyHint keys="f" />
        {t('footer.flag')}
      </span>
      <span>
        <KeyHint keys="ArrowLeft ArrowRight" />
        {t('footer.move')}
      </span>
    </p>
  );
}

/** Less than this share of the window is visible only while a phone's keyboard covers the rest. */
const VISIBLE_SHARE = 0.75;

function onViewport(listener: () => void) {
  window.visualViewport?.addEventListener('resize', listener);
  return () => window.visualViewport?.removeEventListener('resize', listener);
}

const keyboardIsOpen = () => {
  const viewport = window.visualViewport;
  // Zooming in makes the visible part small as well.
  return viewport !== null && viewport.scale < 1.1 && viewport.height < window.innerHeight * VISIBLE_SHARE;
};

function useKeyboardOpen(): boolean {
  return useSyncExternalStore(onViewport, keyboardIsOpen);
}
