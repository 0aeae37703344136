import { useT } from '../../../platform/text/i18n.js';
import { showFailed, showUndo } from '../../../ui/feedback/toast-queue.js';
import { useSwitches } from '../../room/qna.api.js';
import { useDeskFailure } from './desk-failure.js';

/** Ends the session or opens it again; each takes back the other. */
export function useEnding(sessionId: string) {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const switches = useSwitches(sessionId);
  const set = (ended: boolean, onDone?: () => void) =>
    switches.mutate(
      { ended },
      {
        onSuccess: () => {
          onDone?.();
          showUndo(t(ended ? 'end.done' : 'end.reopened'), () => set(!ended));
        },
        onError: (error) => showFailed(explain(error)),
      },
    );
  return {
    end: (onDone: () => void) => set(true, onDone),
    reopen: () => set(false),
    busy: switches.isPending,
  };
}
