/**
 * Where to go after signing in: `next` when it is a path of this site, else the home page. A link that somebody else
 * made must not lead away from here.
 */
export function returnPath(next: string | null): string {
  if (next === null || !next.startsWith('/')) return '/';
  const base = 'http://here.invalid';
  const target = URL.canParse(next, base) ? new URL(next, base) : null;
  if (!target || target.origin !== base || target.pathname === '/sign-in') return '/';
  return target.pathname + target.search + target.hash;
}
