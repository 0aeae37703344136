import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DeskRole } from '../../../shared/qna/session.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { showFailed, showUndo } from '../../ui/feedback/toast-queue.js';
import { dropTeamMember, managementKey, setTeamMember } from './organise.api.js';

/** A role given, changed or, with null, taken away; `before` is what taking it back restores. */
export type TeamChange = {
  memberId: string;
  role: DeskRole | null;
  before: DeskRole | null;
  /** What is said when it is done. */
  done: string;
};

/** Changes of the team hold at once and can be taken back for a while. */
export function useTeam(sessionId: string) {
  const client = useQueryClient();
  const explain = useFailureText('qna');
  const send = ({ memberId, role }: { memberId: string; role: DeskRole | null }) =>
    role === null ? dropTeamMember(sessionId, memberId) : setTeamMember(sessionId, memberId, role);
  const set = useMutation({
    mutationFn: send,
    onSuccess: (view) => client.setQueryData(managementKey(sessionId), view),
    onError: (error) => showFailed(explain(error)),
  });
  const change = ({ memberId, role, before, done }: TeamChange) =>
    set.mutate(
      { memberId, role },
      { onSuccess: () => showUndo(done, () => set.mutate({ memberId, role: before })) },
    );
  return { change, busy: set.isPending };
}
