import { expect, it } from 'vitest';
import { isOn, sessionOfDay } from './qna-card.rules.js';

const day = '2026-11-19T';
const at = (time: string) => Date.parse(`${day}${time}Z`);
const dayOf = (instant: string | number) =>
  new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(
    new Date(instant),
  );
const session = (
  name: string,
  [from, to]: [string, string | null],
  phase = 'upcoming' as 'upcoming' | 'live' | 'ended',
) => ({
  name,
  startsAt: from.includes('T') ? from : `${day}${from}Z`,
  endsAt: to && `${day}${to}Z`,
  phase,
});
const morning = session('morning', ['01:00:00', '03:00:00'], 'live');
const open = session('open end', ['00:30:00', null], 'live');
const noon = session('noon', ['05:00:00', '06:00:00']);
const evening = session('evening', ['12:00:00', '13:00:00']);
const tomorrow = session('tomorrow', ['2026-11-20T01:00:00Z', null]);
const closed = session('closed early', ['01:30:00', '09:00:00'], 'ended');

it.each([
  ['what is going on', '02:00:00', 'morning'],
  ['what has begun since it was asked for', '05:30:00', 'noon'],
  ['what goes on without an end', '04:00:00', 'open end'],
  ['the next of the day once that is too long ago', '12:31:00', 'evening'],
])('points out %s', (_case, now, name) => {
  const all = [tomorrow, evening, noon, closed, morning, open];
  expect(sessionOfDay(all, { now: at(now), dayOf })?.name).toBe(name);
});

it('points out the next one of the day, not one of another day nor one that is over', () => {
  expect(sessionOfDay([tomorrow, evening, noon, closed], { now: at('02:00:00'), dayOf })?.name).toBe('noon');
  expect(sessionOfDay([tomorrow, closed], { now: at('02:00:00'), dayOf })).toBeNull();
  expect(sessionOfDay([], { now: at('02:00:00'), dayOf })).toBeNull();
});

it.each([
  ['a moment before its start', '00:59:59.999', morning, false],
  ['at its start', '01:00:00.000', morning, true],
  ['a moment before its end', '02:59:59.999', morning, true],
  ['at its end', '03:00:00.000', morning, false],
  ['long after its start, without an end', '23:00:00.000', open, true],
  ['within its time, ended by its host', '02:00:00.000', closed, false],
])('is going on %s: the clock and its host decide', (...[, time, one, goesOn]) => {
  expect(isOn(one, at(time))).toBe(goesOn);
});

it('takes a session without an end for one of the day for twelve hours', () => {
  expect(sessionOfDay([open], { now: at('12:29:59.999'), dayOf })).toBe(open);
  expect(sessionOfDay([open], { now: at('12:30:00'), dayOf })).toBeNull();
});

it('points out the session that began last of two that are going on, in whatever order they are listed', () => {
  const later = session('later', ['01:30:00', '03:00:00'], 'live');
  for (const all of [
    [morning, later],
    [later, morning],
  ])
    expect(sessionOfDay(all, { now: at('02:00:00'), dayOf })).toBe(later);
});

it('points out no session that its host ended before it began', () => {
  const called = session('called off', ['05:00:00', '06:00:00'], 'ended');
  expect(sessionOfDay([called, evening], { now: at('02:00:00'), dayOf })).toBe(evening);
  expect(sessionOfDay([called], { now: at('02:00:00'), dayOf })).toBeNull();
});
