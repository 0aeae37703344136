import { useEffect, useState } from 'react';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { isFailure } from '../../../platform/api/api-failure.js';
import { useDesk } from '../state/desk-context.js';

/** Half of what a lock lasts, so that one lost word does not end it. */
const RENEW_MS = 9_000;

/** Tells the others that one is at these questions while a dialog is open; answers who was there before. */
export function useDeskLock(ids: readonly InquiryId[]): string | null {
  const { setLock } = useDesk();
  const [by, setBy] = useState<string | null>(null);
  const key = ids.join(' ');
  useEffect(() => {
    const locked = key.split(' ').flatMap((id) => ids.filter((known) => known === id));
    const take = () => {
      for (const id of locked) {
        setLock(id, true).then(
          () => setBy(null),
          (error: unknown) => {
            // Without a connection there is no lock either; the server judges the move by itself.
            if (isFailure(error, 'qna.locked')) setBy(String(error.params.by ?? ''));
          },
        );
      }
    };
    take();
    const timer = setInterval(take, RENEW_MS);
    return () => {
      clearInterval(timer);
      for (const id of locked) setLock(id, false).catch(() => undefined);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the ids are the key
  }, [key, setLock]);
  return by;
}
