import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../platform/api/session.js';
import { ToSignIn } from '../platform/page/to-sign-in.js';

/** Sends who is not signed in to the sign-in page, which brings them back here. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { member } = useSession();
  const { pathname } = useLocation();
  // Without the second condition a sign-in page that cannot be found would send to itself for ever.
  return member || pathname === '/sign-in' ? children : <ToSignIn />;
}
