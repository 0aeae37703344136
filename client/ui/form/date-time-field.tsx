import { DatesProvider, DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useId } from 'react';
import { useLanguage, useT } from '../../platform/text/i18n.js';
import { instantOfZoneText, zoneTextOf } from './zone-time.rules.js';

type DateTimeFieldProps = {
  label: string;
  /** An instant in UTC; what is shown and typed is the time in Vietnam. */
  value: string | null;
  onChange: (instant: string | null) => void;
  /** The time a newly chosen day gets. */
  defaultTime: string;
  clearable?: boolean;
  disabled?: boolean;
  error?: string;
  description?: string;
  /** Nothing before this can be chosen. */
  earliest?: string | null;
};

/** A date and a time by the organisation's clocks, wherever the organiser sits. */
export function DateTimeField(props: DateTimeFieldProps) {
  const t = useT('ui/form');
  const id = useId();
  const language = useLanguage();
  const { label, value, onChange, defaultTime, clearable, disabled, error, description, earliest } = props;
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
      <DateTimePicker
        id={id}
        // The calendar is named by its field.
        popoverProps={{ id }}
        hideOutsideDates
        label={label}
        description={description}
        placeholder={t('dateTime.choose')}
        valueFormat="HH:mm, DD/MM/YYYY"
        defaultTimeValue={defaultTime}
        previousLabel={t('dateTime.previousMonth')}
        nextLabel={t('dateTime.nextMonth')}
        timePickerProps={{
          format: '24h',
          hoursInputLabel: t('dateTime.hours'),
          minutesInputLabel: t('dateTime.minutesPart'),
          'aria-label': t('dateTime.timeOfDay'),
        }}
        submitButtonProps={{ 'aria-label': t('dateTime.done') }}
        leftSection={<IconCalendarEvent size={20} />}
        value={zoneTextOf(value)}
        onChange={(text) => onChange(instantOfZoneText(text))}
        minDate={zoneTextOf(earliest ?? null)?.slice(0, 10)}
        clearable={clearable}
        clearButtonProps={{ 'aria-label': t('dateTime.clear') }}
        disabled={disabled}
        error={error}
      />
    </DatesProvider>
  );
}
