import { useQueryClient } from '@tanstack/react-query';
import { apiPut } from './api.js';
import { sessionKey, useSession, type Preferences, type Session } from './session.js';

/**
 * Keeps a choice with the account of whoever is signed in, so that it holds on their other devices. Here it has acted
 * already, so nobody waits for it and nothing is lost if it does not arrive.
 */
export function useKeepPreference(): (change: Partial<Preferences>) => void {
  const client = useQueryClient();
  const { member } = useSession();
  return (change) => {
    if (!member) return;
    client.setQueryData<Session>(sessionKey, (known) =>
      known?.member
        ? { ...known, member: { ...known.member, preferences: { ...known.member.preferences, ...change } } }
        : known,
    );
    void apiPut('/api/account/preferences', change).catch(() => undefined);
  };
}
