import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReopenedAttempts } from '../../../../shared/contest/contest.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { dateOf, serverNow } from '../../../platform/time/server-time.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { DateTimeField } from '../../../ui/form/date-time-field.js';
import { NumberStepper } from '../../../ui/form/number-stepper.js';
import { Segmented } from '../../../ui/form/segmented.js';
import { Panel } from '../../../ui/layout/panel.js';
import { useBuilder } from '../draft/builder-context.js';
import { draftKey, reopenAttempts, type ReopenWish } from '../draft/builder.api.js';
import { FindPerson, PersonHead, type Person } from './find-person.js';
import classes from './run-step.module.css';

type Kind = ReopenWish['whom']['kind'];

/** An outage is seldom longer ago than this when somebody deals with it. */
const LOOKED_BACK_MS = 3_600_000;

/** After an outage: what the server has ended goes on, for one person or for all whom it hit. */
export function Reopenings() {
  const t = useT('contest/builder');
  const [done, setDone] = useState<ReopenedAttempts | null>(null);
  const { dateTime, number } = useFormat();
  return (
    <Panel title={t('reopen.title')}>
      <p className={classes.text}>{t('reopen.text')}</p>
      <ReopenForm onDone={setDone} />
      {done && (
        <Banner tone={done.left > 0 ? 'warning' : 'success'} role="status">
          <span>
            {t('reopen.done', {
              count: done.reopened,
              number: number(done.reopened),
              time: dateTime(done.until),
            })}
          </span>{' '}
          {done.left > 0 && <span>{t('reopen.left', { count: done.left, number: number(done.left) })}</span>}
        </Banner>
      )}
    </Panel>
  );
}

function ReopenForm({ onDone }: { onDone: (done: ReopenedAttempts | null) => void }) {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const client = useQueryClient();
  const { round, view } = useBuilder();
  const [kind, setKind] = useState<Kind>('member');
  const [person, setPerson] = useState<Person | null>(null);
  const [since, setSince] = useState<string | null>(() => dateOf(serverNow() - LOOKED_BACK_MS).toISOString());
  const [minutes, setMinutes] = useState(20);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const whom = whomOf(kind, person, since);
  const missing = reason.trim() === '';
  const reopen = useMutation({
    mutationFn: (body: ReopenWish) => reopenAttempts(round.id, body),
    onMutate: () => onDone(null),
    onSuccess: (done) => {
      onDone(done);
      setPerson(null);
      setReason('');
      setTried(false);
      void client.invalidateQueries({ queryKey: draftKey(view.id) });
    },
  });
  const send = () => {
    setTried(true);
    if (whom && !missing) reopen.mutate({ whom, minutes, reason: reason.trim() });
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Segmented
        label={t('reopen.whom')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'member', label: t('reopen.member') },
          { value: 'ended_since', label: t('reopen.all') },
        ]}
      />
      {kind === 'ended_since' ? (
        <DateTimeField
          label={t('reopen.since')}
          description={t('reopen.sinceHint')}
          value={since}
          onChange={setSince}
          defaultTime="08:00"
        />
      ) : person ? (
        <PersonHead person={person} onEnd={() => setPerson(null)} />
      ) : (
        <FindPerson label={t('reopen.search')} onFind={setPerson} />
      )}
      {tried && !whom && <p className={classes.text}>{t('reopen.nobody')}</p>}
      <NumberStepper
        label={t('reopen.minutes')}
        value={minutes}
        onChange={setMinutes}
        min={1}
        max={300}
        step={5}
      />
      <TextInput
        label={t('reason.label')}
        description={t('reopen.reasonHint')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && missing && t('reason.missing')}
      />
      {reopen.isError && (
        <Banner tone="danger" role="alert">
          {explain(reopen.error)}
        </Banner>
      )}
      <Button type="submit" busy={reopen.isPending} busyText={t('extra.busy')}>
        {t('reopen.button')}
      </Button>
    </form>
  );
}

function whomOf(kind: Kind, person: Person | null, since: string | null): ReopenWish['whom'] | null {
  if (kind === 'member') return person && { kind, memberId: person.id };
  return since === null ? null : { kind, since };
}
