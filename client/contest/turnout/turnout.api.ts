import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import type {
  RemindersView,
  TurnoutFilter,
  TurnoutPeople,
  TurnoutRounds,
  TurnoutState,
  TurnoutView,
  WriteReminders,
} from '../../../shared/contest/turnout.schema.js';
import { api, apiDelete, apiPost, withQuery } from '../../platform/api/api.js';
import type { Language } from '../../platform/text/language.js';

/** Counts move on by themselves; names wait until they are asked for. */
const COUNTS_EVERY_MS = 15_000;
const ALL_AT_ONCE = 100;

const segment = encodeURIComponent;
const roundPath = (id: string) => `/api/rounds/${segment(id)}`;

/** Which people of a round are listed, as the address says. */
export type Asked = { round: string; unit: string; state: TurnoutState; q: string };
export type PeoplePages = InfiniteData<TurnoutPeople>;

export const peopleKey = (asked: Asked) => ['turnout', asked.round, 'people', asked] as const;
export const roundKey = (round: string) => ['turnout', round] as const;

export function useTurnoutRounds(unit: string) {
  return useQuery({
    queryKey: ['turnout', 'rounds', unit],
    queryFn: ({ signal }) => api<TurnoutRounds>(withQuery('/api/turnout', { unit }), { signal }),
    refetchInterval: COUNTS_EVERY_MS,
    placeholderData: (before) => before,
  });
}

export function useTurnoutView(round: string, unit: string) {
  return useQuery({
    queryKey: [...roundKey(round), 'view', unit],
    queryFn: ({ signal }) => api<TurnoutView>(withQuery(`${roundPath(round)}/turnout`, { unit }), { signal }),
    refetchInterval: COUNTS_EVERY_MS,
  });
}

export function useTurnoutPeople(asked: Asked) {
  return useInfiniteQuery({
    queryKey: peopleKey(asked),
    queryFn: ({ signal, pageParam }) => readPeople(asked, { cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // Nobody leaves the list under the finger.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

function readPeople(
  { round, ...asked }: Asked,
  page: { cursor: string; limit?: number },
  signal?: AbortSignal,
): Promise<TurnoutPeople> {
  return api(withQuery(`${roundPath(round)}/turnout/people`, { ...asked, ...page }), { signal });
}

/** Everybody who matches, however many are on screen. */
export async function readEverybody(asked: Asked, signal?: AbortSignal): Promise<TurnoutPeople['items']> {
  const found: TurnoutPeople['items'] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: TurnoutPeople = await readPeople(asked, { cursor, limit: ALL_AT_ONCE }, signal);
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}

export const sendReminders = (round: string, whom: WriteReminders) =>
  apiPost<RemindersView>(`${roundPath(round)}/reminders`, whom);
export const takeBackReminders = (round: string, batchId: string) =>
  apiDelete<void>(`${roundPath(round)}/reminders/${segment(batchId)}`);

/** A file of everybody who matches. */
export function turnoutFile({ round, ...asked }: Asked, form: 'xlsx' | 'csv', language: Language): string {
  return withQuery(`${roundPath(round)}/turnout.${form}`, { ...asked, lang: language } satisfies Record<
    keyof TurnoutFilter | 'lang',
    string
  >);
}
