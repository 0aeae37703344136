import { Menu } from '@mantine/core';
import { IconCopy, IconDots, IconRotate, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { QnaPhase } from '../../../shared/qna/session.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { qnaKeys } from '../room/qna.api.js';
import { copySession, deleteSession, managementKey, reopenSession } from './organise.api.js';
import classes from './session-actions.module.css';

export type ActedOn = {
  id: string;
  title: string;
  phase: QnaPhase;
  /** A draft, or nobody ever asked in it: it may be deleted. */
  unused: boolean;
};

const MAX_TITLE = 200;

/** What one does to a session as a whole: take it as a pattern, open it again, delete it while nobody used it. */
export function SessionActions({ session }: { session: ActedOn }) {
  const t = useT('qna/organise');
  const [asking, setAsking] = useState(false);
  const { copy, reopen, remove } = useActs(session);
  return (
    <>
      <Menu position="bottom-end" withinPortal classNames={{ item: classes.item, itemSection: classes.icon }}>
        <Menu.Target>
          <IconButton
            size="sm"
            outline
            icon={<IconDots />}
            label={t('acts.more', { title: session.title })}
          />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy />} onClick={() => copy.mutate()}>
            {t('acts.copy')}
          </Menu.Item>
          {session.phase === 'ended' && (
            <Menu.Item leftSection={<IconRotate />} onClick={() => reopen.mutate()}>
              {t('acts.reopen')}
            </Menu.Item>
          )}
          {session.unused && (
            <Menu.Item color="red" leftSection={<IconTrash />} onClick={() => setAsking(true)}>
              {t('acts.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        open={asking}
        title={t('acts.deleteTitle', { title: session.title })}
        confirmText={t('acts.deleteConfirm')}
        confirmKind="danger"
        busy={remove.isPending}
        busyText={t('acts.deleting')}
        onConfirm={() => remove.mutate(undefined, { onSettled: () => setAsking(false) })}
        cancelText={t('cancel')}
        onCancel={() => setAsking(false)}
      >
        <p>{t('acts.deleteText')}</p>
      </ConfirmDialog>
    </>
  );
}

function useActs({ id, title }: ActedOn) {
  const t = useT('qna/organise');
  const explain = useFailureText('qna');
  const navigate = useNavigate();
  const client = useQueryClient();
  const lists = () => client.invalidateQueries({ queryKey: ['qna', 'sessions'] });
  const onError = (error: unknown) => showFailed(explain(error));
  const copy = useMutation({
    mutationFn: () => copySession(id, t('acts.copyOf', { title }).slice(0, MAX_TITLE)),
    onSuccess: async (made) => {
      client.setQueryData(managementKey(made.session.id), made);
      void lists();
      showDone(t('acts.copied'));
      await navigate(`/organise/qna/${made.session.id}`);
    },
    onError,
  });
  const reopen = useMutation({
    mutationFn: () => reopenSession(id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: qnaKeys.all(id) });
      void lists();
      showDone(t('acts.reopened'));
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => deleteSession(id),
    onSuccess: async () => {
      await navigate('/organise/qna');
      client.removeQueries({ queryKey: qnaKeys.all(id) });
      void lists();
      showDone(t('acts.deleted'));
    },
    onError,
  });
  return { copy, reopen, remove };
}
