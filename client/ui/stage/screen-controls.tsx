import { IconAlertTriangle, IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { useShortcut } from '../../platform/page/shortcuts.js';
import { isOwnMachineOnly } from '../../platform/page/join-link.js';
import classes from './screen-controls.module.css';

const VISIBLE_MS = 3_000;

/** The button for the whole screen. It and the pointer hide themselves, so that the room sees the question alone. */
export function ScreenControls() {
  const t = useT('ui/stage');
  const isAwake = useAwake();
  const [isFull, setIsFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setIsFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  const toggle = () => {
    // Refused without a press of the person at the machine; then F11 still works.
    const asked = isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    asked.catch(() => undefined);
  };
  useShortcut({ keys: 'f', label: t('fullScreen'), run: toggle });
  return (
    <div className={classes.controls} data-awake={isAwake || undefined}>
      {isOwnMachineOnly(location.hostname) && (
        <p className={classes.warning}>
          <IconAlertTriangle aria-hidden="true" />
          {t('ownMachine')}
        </p>
      )}
      <button type="button" className={classes.button} onClick={toggle}>
        {isFull ? <IconMinimize aria-hidden="true" /> : <IconMaximize aria-hidden="true" />}
        {isFull ? t('leaveFullScreen') : t('fullScreen')}
      </button>
    </div>
  );
}

/** Whether somebody moved the pointer or pressed a key in the last seconds. */
function useAwake(): boolean {
  const [isAwake, setIsAwake] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wake = () => {
      clearTimeout(timer);
      setIsAwake(true);
      timer = setTimeout(() => setIsAwake(false), VISIBLE_MS);
    };
    wake();
    document.addEventListener('pointermove', wake);
    document.addEventListener('pointerdown', wake);
    document.addEventListener('keydown', wake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', wake);
      document.removeEventListener('pointerdown', wake);
      document.removeEventListener('keydown', wake);
    };
  }, []);
  useEffect(() => {
    document.documentElement.style.cursor = isAwake ? '' : 'none';
    return () => void (document.documentElement.style.cursor = '');
  }, [isAwake]);
  return isAwake;
}
