import { TextInput } from '@mantine/core';
import { DatePicker, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { useState } from 'react';
import { useLanguage, useT } from '../../platform/text/i18n.js';
import { dateOf, serverNow } from '../../platform/time/server-time.js';
import { Button } from './button.js';
import classes from './date-time-field.module.css';
import { readTimeOfDay } from './typed-time.rules.js';
import { zoneTextOf } from './zone-time.rules.js';

type DateTimeCalendarProps = {
  /** On the organisation's clocks: `2026-11-21 20:15:00`. */
  value: string | null;
  onChange: (text: string) => void;
  defaultTime: string;
  /** The first day that can be chosen: `2026-11-21`. */
  earliest?: string;
  onDone: () => void;
};

/** A month to choose a day from, which keeps the time of day, and a field for that time. */
export function DateTimeCalendar({ value, onChange, defaultTime, earliest, onDone }: DateTimeCalendarProps) {
  const t = useT('ui/form');
  const language = useLanguage();
  // Until there is a day, the time waits here.
  const [waiting, setWaiting] = useState(defaultTime);
  const time = value?.slice(11, 16) ?? waiting;
  const today = zoneTextOf(dateOf(serverNow()).toISOString())?.slice(0, 10);
  const takeTime = (next: string) => {
    if (value === null) setWaiting(next);
    else onChange(`${value.slice(0, 10)} ${next}:00`);
  };
  return (
    <>
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
        <DatePicker
          hideOutsideDates
          value={value?.slice(0, 10) ?? null}
          onChange={(day) => day !== null && onChange(`${day} ${time}:00`)}
          defaultDate={value?.slice(0, 10) ?? earliest ?? today}
          minDate={earliest}
          previousLabel={t('dateTime.previousMonth')}
          nextLabel={t('dateTime.nextMonth')}
          getDayProps={(day) =>
            day === today ? { className: classes.today, 'aria-current': 'date' as const } : {}
          }
        />
      </DatesProvider>
      <div className={classes.foot}>
        <TimeOfDay key={time} value={time} onChange={takeTime} onDone={onDone} />
        <Button kind="primary" onClick={onDone}>
          {t('dateTime.done')}
        </Button>
      </div>
    </>
  );
}

type TimeOfDayProps = { value: string; onChange: (time: string) => void; onDone: () => void };

/** Hours and minutes in one field: `2015` typed over it is 20:15. */
function TimeOfDay({ value, onChange, onDone }: TimeOfDayProps) {
  const t = useT('ui/form');
  const [text, setText] = useState(value);
  const read = readTimeOfDay(text);
  const settle = () => {
    if (read !== null && read !== value) onChange(read);
    else if (read !== null) setText(read);
  };
  return (
    <TextInput
      className={classes.time}
      label={t('dateTime.timeOfDay')}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      // A click puts the caret somewhere into the digits; what is typed is to take their place.
      onMouseUp={(event) => event.preventDefault()}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        settle();
        if (read !== null) onDone();
      }}
      error={read === null && t('dateTime.noTime')}
    />
  );
}
