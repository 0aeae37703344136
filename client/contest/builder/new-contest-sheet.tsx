import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ContestDraftView } from '../../../shared/contest/contest.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { draftKey, ownContestsKey } from './draft/builder.api.js';

type NewContestSheetProps = {
  open: boolean;
  onClose: () => void;
  /** What it is: a new contest, or a copy of one. */
  heading: string;
  hint: string;
  button: string;
  initial?: string;
  make: (title: string) => Promise<ContestDraftView>;
};

/** Asks for the name of a draft that comes into being, and leads to it. */
export function NewContestSheet({
  open,
  onClose,
  heading,
  hint,
  button,
  initial = '',
  make,
}: NewContestSheetProps) {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [title, setTitle] = useState(initial);
  const [tried, setTried] = useState(false);
  const isMissing = title.trim() === '';
  const create = useMutation({
    mutationFn: () => make(title.trim()),
    onSuccess: async (view) => {
      client.setQueryData(draftKey(view.id), view);
      void client.invalidateQueries({ queryKey: ownContestsKey });
      await navigate(`/organise/contests/${view.id}/information`);
    },
  });
  const send = () => {
    setTried(true);
    if (!isMissing && !create.isPending) create.mutate();
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      size="sm"
      title={heading}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button kind="primary" busy={create.isPending} busyText={t('create.busy')} onClick={send}>
            {button}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextInput
          label={t('information.name')}
          description={hint}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={tried && isMissing && t('problem.title_missing')}
        />
        {create.isError && (
          <Banner tone="danger" role="alert">
            {explain(create.error)}
          </Banner>
        )}
      </form>
    </Sheet>
  );
}
