import { expect, it } from 'vitest';
import { sessionOfDay } from './qna-card.rules.js';

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
