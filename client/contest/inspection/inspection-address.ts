import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** As it stands in the address and goes to the server; what is empty does not filter. */
export type InspectionFilter = Record<(typeof NAMES)[number], string>;
export const FLAGS = ['moved', 'extra', 'late'] as const;
const NAMES = ['q', 'unit', 'state', ...FLAGS] as const;

/** Filters and place of the list, all in the address; a paper keeps them for its neighbours and the way back. */
export function useInspectionAddress() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterOf(search), [search]);
  const edit = (changes: Record<string, string>, replace: boolean) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace, preventScrollReset: true },
    );
  return {
    filter,
    cursor: search.get('cursor') ?? '',
    /** How many attempts stand before this page. */
    skipped: Math.max(0, Number.parseInt(search.get('after') ?? '0', 10) || 0),
    /** Any change of a filter starts over at the first page. */
    setFilter: (change: Partial<InspectionFilter>) => edit({ ...change, cursor: '', after: '' }, true),
    setPlace: (cursor: string, skipped: number) =>
      edit({ cursor, after: skipped > 0 ? String(skipped) : '' }, false),
    clear: () => setSearch({}, { replace: true, preventScrollReset: true }),
    /** For links between the list and a paper. */
    suffix: suffixOf(search),
  };
}

export const isFiltered = (filter: InspectionFilter): boolean => NAMES.some((name) => filter[name] !== '');

function filterOf(search: URLSearchParams): InspectionFilter {
  const of = (name: string) => search.get(name) ?? '';
  return {
    q: of('q'),
    unit: of('unit'),
    state: of('state'),
    moved: of('moved'),
    extra: of('extra'),
    late: of('late'),
  };
}

function suffixOf(search: URLSearchParams): string {
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
