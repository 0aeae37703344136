import { IconBellRinging } from '@tabler/icons-react';
import { unitId } from '../../../shared/kernel/ids.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import type { Asked } from './turnout.api.js';
import classes from './turnout.module.css';
import { useReminder } from './use-reminder.js';

/** Reminds all who match and were never reminded, however many are on screen. */
export function RemindAll({ asked, unreminded }: { asked: Asked; unreminded: number | null }) {
  const t = useT('contest/turnout');
  const { number } = useFormat();
  const { send, isBusy, isWaiting } = useReminder(asked);
  const { data: unit } = unitId.safeParse(asked.unit);
  return (
    <footer className={classes.foot}>
      <p>{isWaiting ? t('unsent') : t('where')}</p>
      {unreminded !== 0 && (
        <Button
          kind="primary"
          icon={<IconBellRinging aria-hidden="true" />}
          busy={isBusy}
          busyText={t('reminding')}
          onClick={() => send({ everybody: true, q: asked.q, ...(unit && { unit }) })}
        >
          {unreminded === null
            ? t('remindEverybody')
            : t('remindAll', { count: unreminded, people: number(unreminded) })}
        </Button>
      )}
    </footer>
  );
}
