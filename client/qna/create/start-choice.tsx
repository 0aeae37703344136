import { IconBolt, IconCalendarEvent } from '@tabler/icons-react';
import { useT } from '../../platform/text/i18n.js';
import { useLongDates } from '../../platform/text/long-dates.js';
import { serverNow } from '../../platform/time/server-time.js';
import { DateTimeField } from '../../ui/form/date-time-field.js';
import { Segmented } from '../../ui/form/segmented.js';
import type { FieldsOf } from '../organise/form.js';
import classes from './create.module.css';
import type { NewSessionValues } from './new-session.rules.js';

type Start = 'now' | 'timed';

/** At once, or at a time that is chosen or typed. */
export function StartChoice({ values, errors, change }: FieldsOf<NewSessionValues>) {
  const t = useT('qna/create');
  const { weekdayDate } = useLongDates();
  const { startsNow, startsAt } = values;
  return (
    <div className={classes.start}>
      <Segmented<Start>
        block
        label={t('start')}
        value={startsNow ? 'now' : 'timed'}
        onChange={(start) => change({ startsNow: start === 'now' })}
        options={[
          { value: 'now', label: t('startNow'), icon: <IconBolt aria-hidden="true" /> },
          { value: 'timed', label: t('startTimed'), icon: <IconCalendarEvent aria-hidden="true" /> },
        ]}
      />
      {!startsNow && (
        <div className={classes.when}>
          <DateTimeField
            label={t('startsAt')}
            value={startsAt}
            onChange={(next) => change({ startsAt: next })}
            defaultTime="14:00"
            earliest={new Date(serverNow()).toISOString()}
            error={errors.startsAt}
          />
          <DateTimeField
            label={t('endsAt')}
            value={values.endsAt}
            onChange={(endsAt) => change({ endsAt })}
            defaultTime="16:00"
            earliest={startsAt}
            clearable
            error={errors.endsAt}
          />
          <p className={classes.note}>
            {startsAt === null ? t('zone') : t('startsBy', { day: weekdayDate(startsAt) })}
          </p>
        </div>
      )}
    </div>
  );
}
