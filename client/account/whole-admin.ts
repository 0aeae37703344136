import { useSession } from '../platform/api/session.js';

/** Whether the reader administers the whole organisation, not only a part of it. */
export function useIsWholeAdmin(): boolean {
  const { member } = useSession();
  return member?.roles.some(({ role, unitId }) => role === 'admin' && unitId === null) ?? false;
}
