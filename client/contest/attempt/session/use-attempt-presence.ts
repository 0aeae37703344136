import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AttemptView } from '../../../../shared/contest/attempt.schema.js';
import type { memberSocket } from '../../../../shared/contest/contest.events.js';
import { connection } from '../../../platform/api/connection.js';
import { deviceNow, learnServerNow } from '../../../platform/time/server-time.js';
import { LiveSocket } from '../../../platform/live/socket.js';
import { attemptKey } from './attempt.api.js';
import type { AttemptSession } from './attempt-session.js';

/** Hears what happens to this attempt elsewhere: on another device, by the organiser, by the server's clock. */
export function useAttemptNews(attemptId: string, session: AttemptSession): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const queryKey = attemptKey(attemptId);
    const refetch = () => void queryClient.invalidateQueries({ queryKey });
    const socket = new LiveSocket<typeof memberSocket>('/me');
    const isOurs = (data: { attemptId: string }) => data.attemptId === attemptId;
    socket.attend({ join: () => Promise.resolve(), resync: refetch });
    socket.on('attempt.lead', (data) => isOurs(data) && session.learnEpoch(data.epoch));
    socket.on('attempt.offer', (data) => isOurs(data) && refetch());
    socket.on('attempt.submitted', (data) => isOurs(data) && refetch());
    socket.on('attempt.deadline', (data) => {
      if (!isOurs(data)) return;
      learnServerNow(data.serverNow, deviceNow(), deviceNow());
      queryClient.setQueryData<AttemptView>(
        queryKey,
        (view) => view && { ...view, deadlineAt: data.deadlineAt, moved: data.moved },
      );
      // What the server had ended may be running again.
      refetch();
    });
    return () => socket.close();
  }, [attemptId, session, queryClient]);
}

/** Sends at once what waits as soon as there is a network, and sends what is typed when the page is left. */
export function useSending(session: AttemptSession): void {
  useEffect(() => {
    // Also after somebody has signed in again, whom the queue may be waiting for.
    session.wake();
    const stop = connection.subscribe(() => {
      if (connection.state() === 'back') session.wake();
    });
    const leave = () => session.leave();
    // Phones close a hidden page without another word.
    const onHidden = () => document.visibilityState === 'hidden' && leave();
    // The browser asks before it closes the tab, but only while something is unsent.
    const ask = (event: BeforeUnloadEvent) => {
      leave();
      if (session.read().pending.length > 0) event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', ask);
    return () => {
      stop();
      // Whether the time is still up is asked for when the page is opened again; the server ends what is over.
      session.setTimeIsUp(false);
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', ask);
    };
  }, [session]);
}

/** Of several tabs of one browser only the newest writes: they share one memory. */
export function useNewestTab(attemptId: string, session: AttemptSession): void {
  useEffect(() => {
    const channel = new BroadcastChannel(`hai-dang.attempt.${attemptId}`);
    channel.onmessage = () => session.openedInOtherTab();
    const claim = () => channel.postMessage('opened');
    claim();
    const stop = session.onLeadTaken(claim);
    return () => {
      stop();
      channel.close();
    };
  }, [attemptId, session]);
}
