import { useState } from 'react';
import { ApiFailure } from './api-failure.js';
import { serverNow, useServerNow } from '../time/server-time.js';

/** Whole seconds until another try is worth it after a refusal that names them; 0 when it is worth it now. */
export function useWait(error: unknown): number {
  const now = useServerNow(1_000);
  const [seen, setSeen] = useState<{ error: unknown; until: number }>({ error: null, until: 0 });
  if (error !== seen.error) setSeen({ error, until: serverNow() + secondsIn(error) * 1_000 });
  return Math.max(0, Math.ceil((seen.until - now) / 1_000));
}

function secondsIn(error: unknown): number {
  if (!(error instanceof ApiFailure)) return 0;
  const seconds = Number(error.params.retryAfterSeconds ?? 0);
  return Number.isFinite(seconds) ? seconds : 0;
}
