import { IconBrightness, IconEyeOff, IconMessagePlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import classes from './room-switches.module.css';
import type { Remote } from './use-remote.js';

/** Blackout, scheme and whether questions are taken: pressed means on. */
export function RoomSwitches({ session, remote }: { session: QnaSessionView; remote: Remote }) {
  const t = useT('qna/remote');
  const { projection, accepting, endedAt } = session.live;
  return (
    <div className={classes.row} role="group" aria-label={t('switches.label')}>
      <Toggle
        icon={<IconEyeOff />}
        label={t('switches.blackout')}
        state={projection.blackout ? t('switches.black') : t('switches.visible')}
        isOn={projection.blackout}
        onTurn={remote.setBlackout}
      />
      <Toggle
        icon={<IconBrightness />}
        label={t('switches.dark')}
        state={projection.dark ? t('switches.on') : t('switches.off')}
        isOn={projection.dark}
        onTurn={remote.setDark}
      />
      {endedAt === null && (
        <Toggle
          icon={<IconMessagePlus />}
          label={t('switches.accepting')}
          state={accepting ? t('switches.taking') : t('switches.stopped')}
          isOn={accepting}
          onTurn={remote.setAccepting}
        />
      )}
    </div>
  );
}

type ToggleProps = {
  icon: ReactNode;
  label: string;
  /** What that is now, in words. */
  state: string;
  isOn: boolean;
  onTurn: (next: boolean) => void;
};

function Toggle({ icon, label, state, isOn, onTurn }: ToggleProps) {
  return (
    <button type="button" className={classes.toggle} aria-pressed={isOn} onClick={() => onTurn(!isOn)}>
      {icon}
      <span>{label}</span>
      <span className={classes.state} aria-hidden="true">
        {state}
      </span>
    </button>
  );
}
