import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api } from './api.js';

/** Chosen on the account; null leaves it to the device. */
export type Preferences = {
  language: 'vi' | 'en' | null;
  scheme: 'light' | 'dark' | 'auto' | null;
  shortcuts: boolean | null;
};

/** Who is signed in and what they may do; the answer of `GET /api/session`. */
export type Session = {
  /** Null when nobody is signed in. */
  member: {
    id: string;
    fullName: string;
    code: string;
    unit: { id: string; name: string } | null;
    roles: { role: string; unitId: string | null }[];
    preferences: Preferences;
    /** Who gave the password or slip, while one's own has yet to be set; empty for the installation, else null. */
    passwordGivenBy: string | null;
  } | null;
  /** The session this device had was ended from another one. */
  endedElsewhere: boolean;
  can: {
    organise: boolean;
    manageMembers: boolean;
    makeSlips: boolean;
    seeUnitProgress: boolean;
    hostQna: boolean;
    operate: boolean;
  };
};

/** Key of the session in the query cache: set it after signing in, remove everything after signing out. */
export const sessionKey = ['session'] as const;

/** Asks who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: ({ signal }) => api<Session>('/api/session', { signal }),
  staleTime: 5 * 60_000,
});

/** Forgets what was answered to somebody else: all of it, or what is not on screen. */
export function forgetAnswers(client: QueryClient, type: 'all' | 'inactive'): void {
  client.removeQueries({ type, predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}

export const nobody: Session = {
  member: null,
  endedElsewhere: false,
  can: {
    organise: false,
    manageMembers: false,
    makeSlips: false,
    seeUnitProgress: false,
    hostQna: false,
    operate: false,
  },
};

/** Filled by the provider in client/app; a page never renders before the session is known. */
export const SessionContext = createContext<Session>(nobody);

export function useSession(): Session {
  return useContext(SessionContext);
}
