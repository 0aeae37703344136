import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFailureText } from '../../../platform/api/errors.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { NumberStepper } from '../../../ui/form/number-stepper.js';
import { Panel } from '../../../ui/layout/panel.js';
import { QueryStates } from '../../../ui/feedback/query-states.js';
import { RowBones } from '../../../ui/feedback/skeletons.js';
import { showDone } from '../../../ui/feedback/toast-queue.js';
import { useBuilder } from '../draft/builder-context.js';
import { extraTimeKey, grantExtraTime, useExtraTimes } from '../draft/builder.api.js';
import { FindPerson, PersonHead, type Person } from './find-person.js';
import classes from './run-step.module.css';

/** Minutes that single people get on top, each with its reason. */
export function ExtraTimes() {
  const t = useT('contest/builder');
  const { number } = useFormat();
  const { round } = useBuilder();
  const list = useExtraTimes(round.id);
  const [person, setPerson] = useState<Person | null>(null);
  const given = list.data?.items.find((row) => row.memberId === person?.id)?.minutes ?? 0;
  return (
    <Panel title={t('extra.title')}>
      <QueryStates
        query={list}
        texts="contest/builder"
        failed={t('extra.failed')}
        loading={<RowBones rows={2} />}
      >
        {({ items }) =>
          items.length > 0 && (
            <ul className={classes.people}>
              {items.map((row) => (
                <li key={row.memberId}>
                  <span>
                    <b>{row.fullName}</b>
                    <small>{[row.unit, row.reason].filter(Boolean).join(' · ')}</small>
                  </span>
                  <b>{t('extra.minutes', { count: row.minutes, number: number(row.minutes) })}</b>
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
      {!round.can.giveTime && <p className={classes.text}>{t('extra.over')}</p>}
      {round.can.giveTime &&
        (person ? (
          <Grant key={person.id} person={person} given={given} onEnd={() => setPerson(null)} />
        ) : (
          <FindPerson label={t('extra.search')} onFind={setPerson} />
        ))}
    </Panel>
  );
}

type GrantProps = { person: Person; given: number; onEnd: () => void };

function Grant({ person, given, onEnd }: GrantProps) {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const client = useQueryClient();
  const { round } = useBuilder();
  const [minutes, setMinutes] = useState(given === 0 ? 10 : given);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const grant = useMutation({
    mutationFn: () =>
      grantExtraTime({ roundId: round.id, memberId: person.id }, { minutes, reason: reason.trim() }),
    onSuccess: (next) => {
      client.setQueryData(extraTimeKey(round.id), next);
      showDone(t('extra.done', { name: person.fullName }));
      onEnd();
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) grant.mutate();
      }}
    >
      <PersonHead person={person} onEnd={onEnd} />
      <NumberStepper
        label={t('extra.howLong')}
        value={minutes}
        onChange={setMinutes}
        min={0}
        max={300}
        step={5}
      />
      <TextInput
        label={t('reason.label')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && missing && t('reason.missing')}
      />
      {grant.isError && (
        <Banner tone="danger" role="alert">
          {explain(grant.error)}
        </Banner>
      )}
      <Button type="submit" busy={grant.isPending} busyText={t('extra.busy')}>
        {minutes === 0 ? t('extra.takeBack') : t('extra.give')}
      </Button>
    </form>
  );
}
