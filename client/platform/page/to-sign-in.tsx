import { Navigate, useLocation } from 'react-router';

/** The sign-in page; from there it goes on to `next`, a path of this site. */
export const signInPath = (next: string): string =>
  next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;

/** Leads to the sign-in page, which leads back here. */
export function ToSignIn() {
  const { pathname, search, hash } = useLocation();
  return <Navigate to={signInPath(pathname + search + hash)} replace />;
}
