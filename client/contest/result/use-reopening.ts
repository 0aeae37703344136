import { useEffect } from 'react';
import type { memberSocket } from '../../../shared/contest/contest.events.js';
import { LiveSocket } from '../../platform/live/socket.js';

/** Hears that an attempt which was over goes on again. */
export function useReopening(attemptId: string, onReopened: () => unknown): void {
  useEffect(() => {
    const socket = new LiveSocket<typeof memberSocket>('/me');
    socket.attend({ join: () => Promise.resolve(), resync: () => void onReopened() });
    socket.on('attempt.deadline', (data) => void (data.attemptId === attemptId && onReopened()));
    return () => socket.close();
  }, [attemptId, onReopened]);
}
