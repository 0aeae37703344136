import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../platform/api/session.js';

/** Sends who is not signed in to the sign-in page, which brings them back here. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { member } = useSession();
  const { pathname, search } = useLocation();
  // Without the second condition a sign-in page that cannot be found would send to itself for ever.
  if (member || pathname === '/sign-in') return children;
  const here = pathname + search;
  const next = here === '/' ? '' : `?next=${encodeURIComponent(here)}`;
  return <Navigate to={`/sign-in${next}`} replace />;
}
