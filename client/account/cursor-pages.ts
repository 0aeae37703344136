import { useLocation, useNavigate, useSearchParams } from 'react-router';

type Place = { cursor: string; from: number };

/** The cursors of the pages before this one, as left in the history by the way here. */
function trailOf(state: unknown): Place[] {
  if (typeof state !== 'object' || state === null || !('trail' in state) || !Array.isArray(state.trail))
    return [];
  return state.trail.filter(isPlace);
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'cursor' in value && 'from' in value;

/**
 * Pages of a cursor list, kept in the address as `cursor` and `from` (1-based number of the first row). Back goes
 * the way one came; a page that was opened by a link goes back to the first one.
 */
export function useCursorPages() {
  const [search] = useSearchParams();
  const trail = trailOf(useLocation().state);
  const navigate = useNavigate();
  const here = { cursor: search.get('cursor') ?? '', from: Math.max(1, Number(search.get('from')) || 1) };

  const go = (place: Place, nextTrail: Place[]) => {
    const next = new URLSearchParams(search);
    if (place.cursor === '') for (const name of ['cursor', 'from']) next.delete(name);
    else for (const [name, value] of Object.entries(place)) next.set(name, String(value));
    void navigate({ search: next.toString() }, { state: { trail: nextTrail } });
  };
  return {
    ...here,
    onPrevious:
      here.cursor === '' ? null : () => go(trail.at(-1) ?? { cursor: '', from: 1 }, trail.slice(0, -1)),
    onNext: (cursor: string | null, rows: number) =>
      cursor === null ? null : () => go({ cursor, from: here.from + rows }, [...trail, here]),
  };
}
