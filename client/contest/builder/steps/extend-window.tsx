import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFailureText } from '../../../platform/api/errors.js';
import { hasUnread } from '../../../platform/form/form-errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { serverNow } from '../../../platform/time/server-time.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { Panel } from '../../../ui/layout/panel.js';
import { showDone } from '../../../ui/feedback/toast-queue.js';
import { useBuilder } from '../draft/builder-context.js';
import { draftKey, extendWindow } from '../draft/builder.api.js';
import { DateTimeField } from '../../../ui/form/date-time-field.js';
import classes from './run-step.module.css';

/** After publishing the close only moves later, and the opening only until it came. */
export function ExtendWindow() {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const client = useQueryClient();
  const { round } = useBuilder();
  const [opensAt, setOpensAt] = useState(round.opensAt);
  const [closesAt, setClosesAt] = useState(round.closesAt);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const extend = useMutation({
    mutationFn: (window: { opensAt: string; closesAt: string }) =>
      extendWindow(round.id, { ...window, reason: reason.trim() }),
    onSuccess: (next) => {
      client.setQueryData(draftKey(next.id), next);
      showDone(t('extend.done'));
    },
  });
  const hasOpened = round.opensAt !== null && Date.parse(round.opensAt) <= serverNow();
  const changed = opensAt !== round.opensAt || closesAt !== round.closesAt;
  const shortens = closesAt !== null && round.closesAt !== null && closesAt < round.closesAt;
  const missing = reason.trim() === '';
  const send = () => {
    setTried(true);
    if (!missing && !shortens && changed && opensAt !== null && closesAt !== null)
      extend.mutate({ opensAt, closesAt });
  };
  return (
    <Panel title={t('extend.title')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!hasUnread(event.currentTarget)) send();
        }}
      >
        {!hasOpened && (
          <DateTimeField label={t('time.opens')} value={opensAt} onChange={setOpensAt} defaultTime="08:00" />
        )}
        <DateTimeField
          label={t('time.closes')}
          description={t('extend.hint')}
          value={closesAt}
          onChange={setClosesAt}
          defaultTime="23:59"
          earliest={round.closesAt}
          error={shortens ? t('extend.shortens') : undefined}
        />
        <TextInput
          label={t('reason.label')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && missing && t('reason.missing')}
        />
        {extend.isError && (
          <Banner tone="danger" role="alert">
            {explain(extend.error)}
          </Banner>
        )}
        <Button
          type="submit"
          busy={extend.isPending}
          busyText={t('extend.busy')}
          aria-disabled={!changed || shortens}
        >
          {t('extend.button')}
        </Button>
      </form>
    </Panel>
  );
}
