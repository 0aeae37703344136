import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { BankFilter } from '../question/question.api.js';

const lists = ['topics', 'levels', 'types', 'states'] as const;

/** Filters, place and open question of the list, all in the address. */
export function useBankAddress() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterOf(search), [search]);
  const edit = (change: (next: URLSearchParams) => void, replace: boolean) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        change(next);
        return next;
      },
      { replace, preventScrollReset: true },
    );
  return {
    filter,
    cursor: search.get('cursor') ?? '',
    /** How many questions stand before this page. */
    skipped: Math.max(0, Number.parseInt(search.get('after') ?? '0', 10) || 0),
    openId: search.get('open'),
    /** Whether one came here to change all that match. */
    changesAll: search.get('change') === 'all',
    /** Any change of a filter starts over at the first page. */
    setFilter: (change: Partial<BankFilter>) =>
      edit((next) => {
        for (const [name, value] of Object.entries(change)) put(next, name, [value].flat().join(','));
        for (const name of ['cursor', 'after', 'change']) next.delete(name);
      }, true),
    setPlace: (cursor: string, skipped: number) =>
      edit((next) => {
        put(next, 'cursor', cursor);
        put(next, 'after', skipped > 0 ? String(skipped) : '');
      }, false),
    setOpen: (id: string | null) => edit((next) => put(next, 'open', id ?? ''), true),
  };
}

export const isFiltered = (filter: BankFilter): boolean =>
  filter.q !== '' || filter.import !== '' || lists.some((name) => filter[name].length > 0);

function filterOf(search: URLSearchParams): BankFilter {
  const list = (name: string) => (search.get(name) ?? '').split(',').filter(Boolean);
  return {
    q: search.get('q') ?? '',
    topics: list('topics'),
    levels: list('levels'),
    types: list('types'),
    states: list('states'),
    import: search.get('import') ?? '',
  };
}

function put(search: URLSearchParams, name: string, value: string): void {
  if (value === '') search.delete(name);
  else search.set(name, value);
}
