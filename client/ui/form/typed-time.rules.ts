/** A date and a time as clocks show them: `2026-11-21 20:15:00`. */
type ZoneText = string;

const ISO_DATE = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?(?!\d)/;
const RUN_OF_DATE = /(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/;
const MARKED_TIME = /(?<!\d)(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})?(?!\d)(?:\s*(?:phút|p|m))?/i;
const RUN_OF_TIME = /^(\d{1,2})(\d{2})?$/;

export type TypedAround = {
  /** What the field holds: a part that was not typed stays as it is there. */
  value: ZoneText | null;
  /** Today on the same clocks: `2026-11-21`. */
  today: string;
  /** The time of a day typed alone into an empty field: `08:00`. */
  defaultTime: string;
};

/**
 * Reads what people type for a date, a time or both, day first: `20:15, 21/11/2026`, `21.11 20h15`, `2015`, `21112026`.
 * Null when it says no such time, also for a day the month does not have.
 */
export function readDateTime(typed: string, { value, today, defaultTime }: TypedAround): ZoneText | null {
  const text = typed.trim();
  const date = takeDate(text, (value ?? today).slice(0, 4));
  if (date?.day === null) return null;
  const rest = (date ? text.replace(date.found, ' ') : text).replaceAll(',', ' ').trim();
  if (rest === '') return date && `${date.day} ${value?.slice(11, 16) ?? defaultTime}:00`;
  const time = readTimeOfDay(rest);
  return time && `${date?.day ?? (value ?? today).slice(0, 10)} ${time}:00`;
}

/** Reads a time of day typed with or without a mark between its parts: `2015`, `8:05`, `20h`, `7`. Null for none. */
export function readTimeOfDay(typed: string): string | null {
  const text = typed.trim();
  const marked = MARKED_TIME.exec(text);
  const parts = marked?.[0] === text ? marked : RUN_OF_TIME.exec(text);
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)];
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : null;
}

type Found = { found: string; day: string | null };

function takeDate(text: string, thisYear: string): Found | null {
  const iso = ISO_DATE.exec(text);
  if (iso) return { found: iso[0], day: dayOf(iso[1], iso[2], iso[3]) };
  const parts = DAY_FIRST.exec(text) ?? RUN_OF_DATE.exec(text);
  if (!parts) return null;
  const year = parts[3] ?? thisYear;
  return { found: parts[0], day: dayOf(year.length === 2 ? `20${year}` : year, parts[2], parts[1]) };
}

/** `2026-11-21`, or null for a day that no calendar has. */
function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${two(Number(month))}-${two(Number(day))}`;
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

const two = (value: number): string => String(value).padStart(2, '0');
