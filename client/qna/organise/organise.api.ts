import { useQuery } from '@tanstack/react-query';
import type {
  CreateQnaSession,
  DeskRole,
  PublishQnaSession,
  QnaManageView,
  QnaSessionView,
  TeamCandidates,
  WriteQnaSettings,
} from '../../../shared/qna/session.schema.js';
import { api, apiDelete, apiPost, apiPut, withQuery } from '../../platform/api/api.js';
import { qnaKeys } from '../room/qna.api.js';

const segment = encodeURIComponent;
const sessionPath = (sessionId: string) => `/api/qna-sessions/${segment(sessionId)}`;
const teamPath = (sessionId: string, memberId: string) =>
  `${sessionPath(sessionId)}/team/${segment(memberId)}`;
const removalPath = (sessionId: string, participantId: string) =>
  `${sessionPath(sessionId)}/removals/${segment(participantId)}`;

export const managementKey = (sessionId: string) => [...qnaKeys.all(sessionId), 'management'] as const;

export const loadManagement = (sessionId: string, signal?: AbortSignal) =>
  api<QnaManageView>(`${sessionPath(sessionId)}/management`, { signal });

export function useManagement(sessionId: string) {
  return useQuery({
    queryKey: managementKey(sessionId),
    queryFn: ({ signal }) => loadManagement(sessionId, signal),
  });
}

export const createSession = (body: CreateQnaSession) => apiPost<QnaManageView>('/api/qna-sessions', body);
export const publishSession = (sessionId: string, body: PublishQnaSession) =>
  apiPut<QnaSessionView>(`${sessionPath(sessionId)}/publication`, body);
export const copySession = (sessionId: string, title: string) =>
  apiPost<QnaManageView>(`${sessionPath(sessionId)}/copies`, { title });
export const deleteSession = (sessionId: string) => apiDelete<void>(sessionPath(sessionId));
export const reopenSession = (sessionId: string) =>
  apiPut<QnaSessionView>(`${sessionPath(sessionId)}/switches`, { ended: false });

export const writeSettings = (sessionId: string, body: WriteQnaSettings) =>
  apiPut<QnaManageView>(`${sessionPath(sessionId)}/settings`, body);

export const setTeamMember = (sessionId: string, memberId: string, role: DeskRole) =>
  apiPut<QnaManageView>(teamPath(sessionId, memberId), { role });
export const dropTeamMember = (sessionId: string, memberId: string) =>
  apiDelete<QnaManageView>(teamPath(sessionId, memberId));

export const removeParticipant = (sessionId: string, participantId: string) =>
  apiPut<void>(removalPath(sessionId, participantId));
export const letBackIn = (sessionId: string, participantId: string) =>
  apiDelete<void>(removalPath(sessionId, participantId));

/** Members by name or code, for the team; asks nothing before two characters. */
export function useTeamCandidates(sessionId: string, q: string) {
  return useQuery({
    queryKey: [...qnaKeys.all(sessionId), 'team-candidates', q],
    queryFn: ({ signal }) =>
      api<TeamCandidates>(withQuery(`${sessionPath(sessionId)}/team-candidates`, { q }), { signal }),
    enabled: q.length >= 2,
  });
}
