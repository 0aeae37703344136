import type {
  AttemptView,
  SaveAnswer,
  SavedAnswer,
  leadTaken,
} from '../../../../shared/contest/attempt.schema.js';
import type { z } from 'zod';
import { api, apiPut } from '../../../platform/api/api.js';

type LeadTaken = z.infer<typeof leadTaken>;
type Settlement = { use: boolean; epoch: number; sequence: number };

const path = (attemptId: string, rest = '') => `/api/attempts/${encodeURIComponent(attemptId)}${rest}`;

/** The routes of one attempt. Saves outlive the page, so that the last choice arrives when the tab closes. */
export const attemptApi = {
  read: (attemptId: string, signal?: AbortSignal) => api<AttemptView>(path(attemptId), { signal }),
  save: (attemptId: string, position: number, body: SaveAnswer) =>
    api<SavedAnswer>(path(attemptId, `/answers/${position}`), { method: 'PUT', body, keepalive: true }),
  flag: (attemptId: string, position: number, flagged: boolean) =>
    api<unknown>(path(attemptId, `/flags/${position}`), {
      method: 'PUT',
      body: { flagged },
      keepalive: true,
    }),
  takeLead: (attemptId: string) => apiPut<LeadTaken>(path(attemptId, '/lead')),
  submit: (attemptId: string, epoch: number) =>
    api<AttemptView>(path(attemptId, '/submission'), { method: 'PUT', body: { epoch }, keepalive: true }),
  settleOffer: (attemptId: string, offerId: string, settlement: Settlement) =>
    apiPut<AttemptView>(path(attemptId, `/offers/${offerId}`), settlement),
};

export type AttemptApi = typeof attemptApi;

export const attemptKey = (attemptId: string) => ['attempts', attemptId] as const;
