import { IconAlarm, IconCloudOff, IconSend } from '@tabler/icons-react';
import { useConnection } from '../../../platform/api/connection.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { Spinner } from '../../../ui/form/spinner.js';
import { StateDisc } from '../../../ui/feedback/state-disc.js';
import classes from './attempt-ending.module.css';
import { positionsOf } from '../session/device-record.rules.js';
import type { Attempt } from '../session/use-attempt.js';

/** In place of the question while the attempt is being submitted, by the member or by the clock. */
export function AttemptEnding({ attempt }: { attempt: Attempt }) {
  return (
    <section className={classes.ending}>
      {attempt.phase === 'leaving' ? <Leaving attempt={attempt} /> : <Closing attempt={attempt} />}
    </section>
  );
}

function Leaving({ attempt: { view, session, state } }: { attempt: Attempt }) {
  const t = useT('contest/attempt');
  const { timeWithSeconds } = useFormat();
  const count = positionsOf(state.pending).length;
  const isOffline = useConnection() === 'offline';
  const isHeld = state.submitRefusal !== null || state.pending.some(({ waiting }) => waiting);
  if (!isOffline && !isHeld) {
    return (
      <StateDisc headingLevel={1} role="status" icon={<IconSend />} title={t('leaving.title')}>
        <Spinner /> {count > 0 ? t('leaving.unsent', { count }) : t('leaving.text')}
      </StateDisc>
    );
  }
  return (
    <StateDisc
      headingLevel={1}
      role="status"
      tone="warning"
      icon={<IconCloudOff />}
      title={t(isOffline ? 'leaving.offlineTitle' : 'leaving.heldTitle')}
      action={<Button onClick={() => void session.keepWorking()}>{t('leaving.keepWorking')}</Button>}
    >
      {t(isOffline ? 'leaving.offlineText' : 'leaving.heldText', { time: timeWithSeconds(view.deadlineAt) })}
    </StateDisc>
  );
}

function Closing({ attempt: { state, phase } }: { attempt: Attempt }) {
  const t = useT('contest/attempt');
  const { list } = useFormat();
  const isOffline = useConnection() === 'offline';
  const count = positionsOf(state.pending).length;
  return (
    <StateDisc
      headingLevel={1}
      role="status"
      tone={isOffline ? 'warning' : 'calm'}
      icon={isOffline ? <IconCloudOff /> : <IconAlarm />}
      title={t(phase === 'over' ? 'closing.overTitle' : 'closing.title')}
    >
      {!isOffline && <Spinner />} {closingText()}
    </StateDisc>
  );

  function closingText(): string {
    if (state.late.length > 0) {
      return t('closing.late', { count: state.late.length, list: list(state.late.map(String)) });
    }
    if (isOffline && count > 0) return t('closing.offline', { count });
    return count > 0 ? t('leaving.unsent', { count }) : t('closing.text');
  }
}
