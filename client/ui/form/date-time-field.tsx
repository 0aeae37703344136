import { CloseButton, Popover, TextInput } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { dateOf, serverNow } from '../../platform/time/server-time.js';
import classes from './date-time-field.module.css';
import { DateTimeCalendar } from './date-time-calendar.js';
import { IconButton } from './icon-button.js';
import { readDateTime } from './typed-time.rules.js';
import { instantOfZoneText, zoneTextOf } from './zone-time.rules.js';

type DateTimeFieldProps = {
  label: string;
  /** An instant in UTC; what is shown and typed is the time in Vietnam. */
  value: string | null;
  onChange: (instant: string | null) => void;
  /** The time of the first day that is chosen; after that the field keeps its own. */
  defaultTime: string;
  clearable?: boolean;
  disabled?: boolean;
  error?: string;
  description?: string;
  /** Nothing before this can be chosen in the calendar. */
  earliest?: string | null;
};

/** A date and a time by the organisation's clocks, typed or chosen, wherever the organiser sits. */
export function DateTimeField(props: DateTimeFieldProps) {
  const t = useT('ui/form');
  const { label, value, onChange, defaultTime, clearable, disabled, error, description, earliest } = props;
  const field = useTypedField(props);
  const [open, setOpen] = useState(false);
  const isClearable = clearable === true && value !== null && disabled !== true;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      // Inside of its form: a dialog over the page would lie above anything hung into the body.
      withinPortal={false}
      position="bottom-start"
      withRoles={false}
      returnFocus
    >
      <Popover.Target>
        <div>
          <TextInput
            data-unread={field.isUnread || undefined}
            label={label}
            description={description}
            placeholder={t('dateTime.choose')}
            autoComplete="off"
            value={field.text}
            onChange={(event) => field.type(event.currentTarget.value)}
            onBlur={field.settle}
            // A finger on the field wants to type; the calendar has its button.
            onClick={({ nativeEvent }) => setOpen(isMouse(nativeEvent))}
            onKeyDown={(event) => {
              if (event.key === 'Enter') field.settle();
              if (event.key === 'ArrowDown' && event.altKey) setOpen(true);
            }}
            disabled={disabled}
            error={field.isUnread ? t('dateTime.unread') : error}
            rightSectionWidth={isClearable ? 80 : 44}
            rightSection={
              <span className={classes.buttons}>
                {isClearable && (
                  <CloseButton aria-label={t('dateTime.clear')} onClick={() => onChange(null)} />
                )}
                <IconButton
                  label={t('dateTime.open', { field: label })}
                  icon={<IconCalendarEvent />}
                  size="sm"
                  disabled={disabled}
                  aria-expanded={open}
                  aria-haspopup="dialog"
                  onClick={() => setOpen(!open)}
                />
              </span>
            }
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label} className={classes.calendar}>
        <DateTimeCalendar
          value={zoneTextOf(value)}
          onChange={(text) => onChange(instantOfZoneText(text))}
          defaultTime={defaultTime}
          earliest={zoneTextOf(earliest ?? null)?.slice(0, 10)}
          onDone={() => setOpen(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

const isMouse = (event: Event): boolean => event instanceof PointerEvent && event.pointerType === 'mouse';

/** What stands in the field while it is typed. It is read when it is left; what cannot be read stays, and says so. */
function useTypedField({ value, onChange, defaultTime }: DateTimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [shownFor, setShownFor] = useState(value);
  if (shownFor !== value) {
    setShownFor(value);
    setTyped(null);
  }
  const [isUnread, setUnread] = useState(false);
  const isWrong = typed !== null && isUnread;
  const settle = () => {
    if (typed === null) return;
    const held = zoneTextOf(value);
    const today = (zoneTextOf(dateOf(serverNow()).toISOString()) ?? '').slice(0, 10);
    const isEmpty = typed.trim() === '';
    const read = isEmpty ? null : readDateTime(typed, { value: held, today, defaultTime });
    setUnread(!isEmpty && read === null);
    if (!isEmpty && read === null) return;
    setTyped(null);
    const next = instantOfZoneText(read);
    if (next !== value) onChange(next);
  };
  const type = (text: string) => {
    setTyped(text);
    setUnread(false);
  };
  return { text: typed ?? shownOf(value), isUnread: isWrong, type, settle };
}

/** `20:15, 21/11/2026` */
function shownOf(instant: string | null): string {
  const text = zoneTextOf(instant);
  if (text === null) return '';
  const [year, month, day] = text.slice(0, 10).split('-');
  return `${text.slice(11, 16)}, ${day}/${month}/${year}`;
}
