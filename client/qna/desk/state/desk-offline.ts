import { useState } from 'react';
import { useConnection } from '../../../platform/api/connection.js';
import { serverNow } from '../../../platform/time/server-time.js';

/** Since when the board may be old, in server time; null while it is kept true. `isLost`: no tick arrives. */
export function useOfflineSince(isLost: boolean): number | null {
  const isOffline = useConnection() === 'offline' || isLost;
  const [since, setSince] = useState<number | null>(null);
  if (isOffline !== (since !== null)) setSince(isOffline ? serverNow() : null);
  return since;
}
