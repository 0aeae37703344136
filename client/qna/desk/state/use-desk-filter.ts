import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { TRAITS, type DeskFilter, type Trait } from './desk-filter.rules.js';

const isTrait = (name: string): name is Trait => TRAITS.some((trait) => trait === name);

/** What of the board is shown, kept in the address so that a reload shows the same. */
export function useDeskFilter() {
  const [search, setSearch] = useSearchParams();
  const value = useMemo<DeskFilter>(
    () => ({
      text: search.get('q') ?? '',
      labels: search.getAll('label'),
      answerers: search.getAll('by'),
      traits: search.getAll('only').filter(isTrait),
    }),
    [search],
  );
  const change = (part: Partial<DeskFilter>) => {
    const next = { ...value, ...part };
    const params = new URLSearchParams();
    if (next.text !== '') params.set('q', next.text);
    for (const label of next.labels) params.append('label', label);
    for (const name of next.answerers) params.append('by', name);
    for (const trait of next.traits) params.append('only', trait);
    setSearch(params, { replace: true });
  };
  return { value, change };
}

export type DeskFilterState = ReturnType<typeof useDeskFilter>;
