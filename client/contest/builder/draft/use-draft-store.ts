import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ContestDraftView } from '../../../../shared/contest/contest.schema.js';
import { connection } from '../../../platform/api/connection.js';
import { draftKey } from './builder.api.js';
import { DraftStore } from './draft-store.js';

/** The draft being written, saved by itself: after a pause, when the link is back, and when the page is left. */
export function useDraftStore(view: ContestDraftView) {
  const client = useQueryClient();
  const { id } = view;
  const [store] = useState(
    () => new DraftStore(view, (next) => client.setQueryData<ContestDraftView>(draftKey(id), next)),
  );
  const snapshot = useSyncExternalStore(store.subscribe, store.read);
  useEffect(() => store.meet(view), [store, view]);
  useEffect(
    () =>
      connection.subscribe(() => {
        if (connection.state() === 'back' && store.read().status === 'offline') void store.flush();
      }),
    [store],
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!store.isUnsaved()) return;
      void store.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      void store.flush();
    };
  }, [store]);
  return { store, snapshot };
}
