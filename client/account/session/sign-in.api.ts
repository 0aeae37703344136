import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SignIn } from '../../../shared/account/account.schema.js';
import { apiPost } from '../../platform/api/api.js';
import { sessionKey } from '../../platform/api/session.js';

/** Done only when the new session is known, so that the page one was going to finds its member. */
export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (login: SignIn) => {
      await apiPost('/api/session', login);
      await queryClient.refetchQueries({ queryKey: sessionKey });
    },
  });
}
