import {
  IconDeviceDesktop,
  IconDeviceLaptop,
  IconDeviceMobile,
  IconDeviceTablet,
  IconLogout,
} from '@tabler/icons-react';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { OwnSession } from '../../../shared/account/own.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { serverNow } from '../../platform/time/server-time.js';
import { Chip } from '../../ui/data/chip.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './account.module.css';
import { useEndOtherSessions, useEndSession, useOwnSessions } from './own.api.js';

const MINUTE_MS = 60_000;
const ICONS: Record<OwnSession['kind'], ReactNode> = {
  phone: <IconDeviceMobile />,
  tablet: <IconDeviceTablet />,
  computer: <IconDeviceLaptop />,
  unknown: <IconDeviceDesktop />,
};

/** Where one is signed in, this device first. */
export function Devices() {
  const t = useT('account/own');
  const sessions = useOwnSessions();
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const others = (sessions.data?.items.length ?? 1) - 1;
  return (
    <Panel title={t('devices.title')} action={!isPhone && others > 0 && <EndOthers others={others} />}>
      <QueryStates
        query={sessions}
        texts="account/own"
        failed={t('devices.failed')}
        loading={<RowBones rows={3} />}
      >
        {({ items }) => (
          <ul className={classes.devices}>
            {items.map((session) => (
              <Device key={session.id} session={session} />
            ))}
          </ul>
        )}
      </QueryStates>
      {isPhone && others > 0 && <EndOthers others={others} />}
    </Panel>
  );
}

function EndOthers({ others }: { others: number }) {
  const t = useT('account/own');
  const { number } = useFormat();
  const explain = useFailureText('account');
  const end = useEndOtherSessions();
  const run = async () => {
    try {
      const { ended } = await end.mutateAsync();
      showDone(t('devices.endedOthers', { number: number(ended), count: ended }));
    } catch (error) {
      showFailed(explain(error));
    }
  };
  return (
    <Button
      kind="ghost"
      size="sm"
      icon={<IconLogout />}
      busy={end.isPending}
      busyText={t('devices.ending')}
      onClick={() => void run()}
    >
      {t('devices.endOthers', { number: number(others), count: others })}
    </Button>
  );
}

function Device({ session }: { session: OwnSession }) {
  const t = useT('account/own');
  const when = useLastUse();
  const name = useDeviceName()(session);
  return (
    <li data-this={session.isThis || undefined}>
      <span className={classes.deviceIcon} aria-hidden="true">
        {ICONS[session.kind]}
      </span>
      <span className={classes.device}>
        <strong>{name}</strong>
        {when(session)}
      </span>
      {session.isThis ? (
        <Chip kind="teal" size="sm">
          {t('devices.this')}
        </Chip>
      ) : (
        <End session={session} name={name} />
      )}
    </li>
  );
}

function End({ session, name }: { session: OwnSession; name: string }) {
  const t = useT('account/own');
  const explain = useFailureText('account');
  const end = useEndSession();
  const run = async () => {
    try {
      await end.mutateAsync(session.id);
      showDone(t('devices.ended', { name }));
    } catch (error) {
      showFailed(explain(error));
    }
  };
  return (
    <Button size="sm" busy={end.isPending} onClick={() => void run()}>
      {t('devices.end')}
      <span className="visually-hidden">: {name}</span>
    </Button>
  );
}

function useDeviceName() {
  const t = useT('account/own');
  return ({ kind, system, browser }: OwnSession) => {
    if (system === '' && browser === '') return t('devices.unknown');
    const named = system === 'iPhone' || system === 'iPad' ? system : t(`devices.kind.${kind}`, { system });
    return [named.trim(), browser].filter(Boolean).join(', ');
  };
}

/** A moment of today or of the last hour is told shorter than others. */
function useLastUse() {
  const t = useT('account/own');
  const { date, dayMonth, time } = useFormat();
  return ({ isThis, signedInAt, lastUsedAt }: OwnSession) => {
    const isToday = date(signedInAt) === date(lastUsedAt);
    if (isThis)
      return isToday
        ? t('devices.nowToday', { time: time(signedInAt) })
        : t('devices.now', { time: time(signedInAt), day: dayMonth(signedInAt) });
    const minutes = Math.max(0, Math.floor((serverNow() - Date.parse(lastUsedAt)) / MINUTE_MS));
    if (minutes < 60) return t('devices.lastMinutes', { count: minutes });
    return t('devices.lastUse', { when: `${time(lastUsedAt)}, ${dayMonth(lastUsedAt)}` });
  };
}
