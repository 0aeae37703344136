import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { forgetAnswers, SessionContext, sessionQuery, type Session } from '../platform/api/session.js';
import { useT } from '../platform/text/i18n.js';
import { onClockDoubt } from '../platform/time/server-time.js';
import { QueryStates } from '../ui/feedback/query-states.js';
import { PageBones } from '../ui/feedback/skeletons.js';
import { isApplied } from './applied-preferences.js';
import { PagePlace } from './page-loading.js';

const FirstPassword = lazy(() =>
  import('../account/own/first-password.js').then((page) => ({ default: page.FirstPassword })),
);
const OwnPreferences = lazy(() =>
  import('./own-preferences.js').then((part) => ({ default: part.OwnPreferences })),
);

/** Asks once who is signed in; nothing below renders before the answer. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const t = useT('app');
  const session = useQuery(sessionQuery);
  const { refetch, data } = session;
  useForgetting(data?.member?.id ?? null);
  useEffect(() => onClockDoubt(() => void refetch()), [refetch]);
  return (
    <QueryStates
      page
      quiet
      query={session}
      texts="app"
      failed={t('serverError.title')}
      safe={t('serverError.safe')}
      loading={<PageBones />}
      frame={(state, standing) =>
        standing === 'loading' ? (
          <PagePlace>{state}</PagePlace>
        ) : (
          <main id="content" tabIndex={-1}>
            <PagePlace>{state}</PagePlace>
          </main>
        )
      }
    >
      {(known) => (
        <SessionContext value={known}>
          <Suspense>
            <Own session={known}>{children}</Own>
          </Suspense>
        </SessionContext>
      )}
    </QueryStates>
  );
}

/** Before everything else comes a password of one's own. */
function Own({ session: { member }, children }: { session: Session; children: ReactNode }) {
  if (member === null) return children;
  if (member.passwordGivenBy !== null) return <FirstPassword />;
  return (
    <>
      {children}
      {!isApplied(member.preferences) && (
        <Suspense>
          <OwnPreferences preferences={member.preferences} />
        </Suspense>
      )}
    </>
  );
}

/** A session that ended, here or elsewhere, leaves nothing behind that a way back through the pages would show. */
function useForgetting(memberId: string | null) {
  const queryClient = useQueryClient();
  const last = useRef(memberId);
  useEffect(() => {
    if (last.current !== null && last.current !== memberId) forgetAnswers(queryClient, 'inactive');
    last.current = memberId;
  }, [queryClient, memberId]);
}
