import { useQueryClient } from '@tanstack/react-query';
import { qnaKeys } from './qna.api.js';

/** For a page that heard it may no longer be here: the server says why, and whoever shows the session shows it. */
export function useLeave(sessionId: string): () => void {
  const queryClient = useQueryClient();
  return () => void queryClient.invalidateQueries({ queryKey: qnaKeys.session(sessionId) });
}
