import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QnaManageView } from '../../../shared/qna/session.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { showFailed, showUndo } from '../../ui/feedback/toast-queue.js';
import { letBackIn, managementKey, removeParticipant } from './organise.api.js';
import classes from './side.module.css';

type RemovedPanelProps = { sessionId: string; removed: QnaManageView['removed'] };

/** Who was asked to leave, and the way back for them. */
export function RemovedPanel({ sessionId, removed }: RemovedPanelProps) {
  const t = useT('qna/organise');
  const explain = useFailureText('qna');
  const { dateTime } = useFormat();
  const client = useQueryClient();
  const options = {
    onSettled: () => client.invalidateQueries({ queryKey: managementKey(sessionId) }),
    onError: (error: unknown) => showFailed(explain(error)),
  };
  const remove = useMutation({ mutationFn: (id: string) => removeParticipant(sessionId, id), ...options });
  const back = useMutation({ mutationFn: (id: string) => letBackIn(sessionId, id), ...options });
  return (
    <Panel title={t('removed.title')}>
      <ul className={classes.people}>
        {removed.map(({ id, name, at }) => (
          <li key={id}>
            <span className={classes.who}>
              <b>{name}</b>
              <small>{dateTime(at)}</small>
            </span>
            <Button
              size="sm"
              busy={back.isPending && back.variables === id}
              busyText={t('removed.busy')}
              aria-label={t('removed.backOf', { name })}
              onClick={() =>
                back.mutate(id, {
                  onSuccess: () => showUndo(t('removed.done', { name }), () => remove.mutate(id)),
                })
              }
            >
              {t('removed.back')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={classes.text}>{t('removed.text')}</p>
    </Panel>
  );
}
