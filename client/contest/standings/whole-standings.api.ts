import type { StandingsPage } from '../../../shared/contest/standings.schema.js';
import { api, withQuery } from '../../platform/api/api.js';
import type { Language } from '../../platform/text/language.js';

const ALL_AT_ONCE = 100;

/** Everybody in their places, however many pages that takes; who moved meanwhile stands once, where they came first. */
export async function readAllStandings(roundId: string, signal?: AbortSignal) {
  const found = new Map<string, StandingsPage['items'][number]>();
  for (let cursor: string | null = ''; ;) {
    const path = `/api/rounds/${encodeURIComponent(roundId)}/standings`;
    const page: StandingsPage = await api(withQuery(path, { limit: ALL_AT_ONCE, cursor }), { signal });
    for (const row of page.items) if (!found.has(row.memberId)) found.set(row.memberId, row);
    const { final, organisation } = page;
    if (page.next === null) return { items: [...found.values()], final, organisation };
    cursor = page.next;
  }
}

type StandingsFile = {
  roundId: string;
  name: 'standings' | 'unit-standings';
  form: 'xlsx' | 'csv' | 'pdf';
  language: Language;
};

/** All of a round's standings as a file. */
export const standingsFile = ({ roundId, name, form, language }: StandingsFile): string =>
  withQuery(`/api/rounds/${encodeURIComponent(roundId)}/${name}.${form}`, { lang: language });
