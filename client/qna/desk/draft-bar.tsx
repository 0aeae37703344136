import { IconCalendarEvent, IconPlayerPlayFilled, IconTestPipe } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { serverNow } from '../../platform/time/server-time.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import { Button } from '../../ui/form/button.js';
import { publishSession } from '../organise/organise.api.js';
import { qnaKeys } from '../room/qna.api.js';
import classes from './draft-bar.module.css';
import { deskKeys } from './state/desk.api.js';
import { useDesk } from './state/desk-context.js';
import { useDeskFailure } from './state/desk-failure.js';

/** Says that this is a rehearsal, and opens the session in earnest. */
export function DraftBar() {
  const t = useT('qna/desk');
  const { time, dayMonth } = useFormat();
  const { session, role } = useDesk();
  const publishing = usePublishing();
  if (session.phase !== 'draft') return null;
  const { startsAt } = session;
  const isTimed = Date.parse(startsAt) > serverNow();
  return (
    <section className={classes.bar} aria-label={t('draft.title')}>
      <IconTestPipe aria-hidden="true" />
      <p>
        <b>{t('draft.title')}</b> {t('draft.text')}
      </p>
      {role === 'host' && (
        <div className={classes.buttons}>
          {isTimed && (
            <Button
              size="sm"
              kind="primary"
              icon={<IconCalendarEvent aria-hidden="true" />}
              busy={publishing.isPending && publishing.variables !== null}
              busyText={t('draft.busy')}
              onClick={() => publishing.mutate(startsAt)}
            >
              {t('draft.timed', { time: time(startsAt), day: dayMonth(startsAt) })}
            </Button>
          )}
          <Button
            size="sm"
            kind={isTimed ? 'outline' : 'primary'}
            icon={<IconPlayerPlayFilled aria-hidden="true" />}
            busy={publishing.isPending && publishing.variables === null}
            busyText={t('draft.busy')}
            onClick={() => publishing.mutate(null)}
          >
            {t('draft.start')}
          </Button>
        </div>
      )}
    </section>
  );
}

function usePublishing() {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const queryClient = useQueryClient();
  const { session } = useDesk();
  return useMutation({
    mutationFn: (startsAt: string | null) => publishSession(session.id, { startsAt }),
    onSuccess: (view, startsAt) => {
      queryClient.setQueryData(qnaKeys.session(session.id), view);
      void queryClient.invalidateQueries({ queryKey: qnaKeys.all(session.id) });
      // The desk begins anew: nothing of the rehearsal is at hand, not even as gone.
      void queryClient.resetQueries({ queryKey: deskKeys.board(session.id) });
      showDone(t(startsAt === null ? 'draft.started' : 'draft.planned'));
    },
    onError: (error) => showFailed(explain(error)),
  });
}
