import { IconEyeOff } from '@tabler/icons-react';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import classes from './standings.module.css';

/** `at` null: the organiser named no instant. */
type HiddenProps = { at: string | null };

/** In place of the table. */
export function HiddenStandings({ at }: HiddenProps) {
  const t = useT('contest/standings');
  const { time, date } = useFormat();
  return (
    <EmptyState icon={<IconEyeOff />} title={t('hidden.title')}>
      {at === null ? t('hidden.never') : t('hidden.until', { time: time(at), date: date(at) })}
    </EmptyState>
  );
}

/** Below the table of another round: why this one's is not there yet. */
export function HiddenNote({ title, at }: HiddenProps & { title: string }) {
  const t = useT('contest/standings');
  const { time, date } = useFormat();
  return (
    <div className={classes.hiddenNote}>
      <IconEyeOff aria-hidden="true" />
      <div>
        <strong>{title}</strong>
        <p>{at === null ? t('hidden.never') : t('hidden.until', { time: time(at), date: date(at) })}</p>
      </div>
    </div>
  );
}
