import { IconBellRinging } from '@tabler/icons-react';
import type { CurrentRound } from '../../shared/contest/home.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { serverNow } from '../platform/time/server-time.js';
import classes from './reminder-line.module.css';

/** Who reminded the reader to enter a round, and when; nothing where nobody did. */
export function ReminderLine({ reminder }: Pick<CurrentRound, 'reminder'>) {
  const t = useT('home');
  const { time, date, dayMonth } = useFormat();
  if (!reminder) return null;
  const { by, at } = reminder;
  const isToday = date(at) === date(serverNow());
  return (
    <p className={classes.line}>
      <IconBellRinging aria-hidden="true" />
      {isToday
        ? t('reminder.today', { by, time: time(at) })
        : t('reminder.earlier', { by, time: time(at), date: dayMonth(at) })}
    </p>
  );
}
