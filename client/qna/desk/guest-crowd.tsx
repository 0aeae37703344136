import { Popover, Switch } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { GuestCrowd as Crowd } from '../../../shared/qna/session.schema.js';
import { api } from '../../platform/api/api.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { Bone } from '../../ui/feedback/skeletons.js';
import { Button } from '../../ui/form/button.js';
import { loadManagement, writeSettings } from '../organise/organise.api.js';
import { qnaKeys } from '../room/qna.api.js';
import classes from './guest-crowd.module.css';
import { useDesk } from './state/desk-context.js';
import { useDeskFailure } from './state/desk-failure.js';

/** Who is here; and, where guests are let in, how many of them share an address, with what the host can do about it. */
export function GuestCrowd({ present }: { present: string }) {
  const t = useT('qna/desk');
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <Button
          size="sm"
          icon={<IconUsers aria-hidden="true" />}
          aria-label={t('guests.button', { present })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span className="num" translate="no">
            {present}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.crowd}>{open && <Guests />}</Popover.Dropdown>
    </Popover>
  );
}

function Guests() {
  const t = useT('qna/desk');
  const { number } = useFormat();
  const { session } = useDesk();
  const query = useQuery({
    queryKey: [...qnaKeys.all(session.id), 'guests'],
    queryFn: ({ signal }) =>
      api<Crowd>(`/api/qna-sessions/${encodeURIComponent(session.id)}/guests`, { signal }),
    staleTime: 0,
  });
  return (
    <>
      <h2>{t('guests.title')}</h2>
      <QueryStates query={query} texts="qna" failed={t('guests.failed')} loading={<Bone height={48} />}>
        {({ guests, addresses, most }) =>
          guests === 0 ? (
            <p>{t('guests.none')}</p>
          ) : (
            <>
              <p>
                {t('guests.count', { count: guests, shown: number(guests), addresses: number(addresses) })}{' '}
                <b>{most > 1 && t('guests.most', { most: number(most) })}</b>
              </p>
              <p>{t('guests.hint')}</p>
            </>
          )
        }
      </QueryStates>
      {session.can.manage && <MembersVote />}
    </>
  );
}

function MembersVote() {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const client = useQueryClient();
  const { session } = useDesk();
  const setting = useMutation({
    mutationFn: async (guestsVote: boolean) => {
      const { settings, revision } = await loadManagement(session.id);
      return writeSettings(session.id, { ...settings, guestsVote, revision });
    },
    onSuccess: (view, guestsVote) => {
      client.setQueryData(qnaKeys.session(session.id), view.session);
      showDone(t(guestsVote ? 'guests.unsaved' : 'guests.saved'));
    },
    onError: (error) => showFailed(explain(error)),
  });
  const guestsVote = setting.isPending ? setting.variables : session.guestsVote;
  return (
    <Switch
      label={t('guests.membersVote')}
      checked={!guestsVote}
      onChange={(event) => setting.mutate(!event.currentTarget.checked)}
    />
  );
}
