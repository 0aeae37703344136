import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCircleCheck, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PublishProblem } from '../../../../shared/contest/contest.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.js';
import { Panel } from '../../../ui/layout/panel.js';
import { showDone } from '../../../ui/feedback/toast-queue.js';
import { useBuilder } from '../draft/builder-context.js';
import { draftKey, ownContestsKey, publishContest } from '../draft/builder.api.js';
import { ProblemLine } from '../draft/problem-line.js';
import classes from './publish-step.module.css';
import { isBlocking } from '../draft/steps.rules.js';

/** Everything that a look over the draft finds, with the way to it; then publishing, which cannot be taken back. */
export function PublishStep() {
  const t = useT('contest/builder');
  const { view, problems } = useBuilder();
  const groups = [
    { key: 'contest', title: t('check.contest'), problems: problems.filter((one) => !one.roundId) },
    ...view.rounds.map((round) => ({
      key: round.id,
      title: round.title,
      problems: problems.filter((one) => one.roundId === round.id),
    })),
  ].filter((group) => group.problems.length > 0);
  return (
    <div className={classes.grid}>
      <Panel title={t('check.title')}>
        {groups.length === 0 && (
          <Banner tone="success" icon={<IconCircleCheck aria-hidden="true" />}>
            {t('check.clean')}
          </Banner>
        )}
        {groups.map((group) => (
          <section key={group.key} className={classes.group}>
            <h3>{group.title}</h3>
            <ul>
              {group.problems.map((problem, index) => (
                <ProblemItem key={`${problem.code}${index}`} problem={problem} />
              ))}
            </ul>
          </section>
        ))}
      </Panel>
      <Publish />
    </div>
  );
}

function ProblemItem({ problem }: { problem: PublishProblem }) {
  const t = useT('contest/builder');
  const { addressOf } = useBuilder();
  return (
    <li className={classes.item}>
      <ProblemLine problem={problem} />
      <Link to={addressOf(problem.step, problem.roundId ?? undefined)}>
        {t('check.goTo', { step: t(`step.${problem.step}`) })}
      </Link>
    </li>
  );
}

function Publish() {
  const t = useT('contest/builder');
  const { number } = useFormat();
  const { view, flush } = useBuilder();
  const [asking, setAsking] = useState(false);
  const { publish, failure } = usePublish(() => setAsking(false));
  const blocking = view.problems.filter(isBlocking).length;
  const ask = async () => {
    if (await flush()) setAsking(true);
  };
  return (
    <Panel title={t('publish.title')} kind={blocking === 0 ? 'now' : 'plain'}>
      <p className={classes.text}>
        {blocking === 0 ? t('publish.ready') : t('publish.notReady', { count: blocking })}
      </p>
      <Facts />
      {failure !== null && (
        <div className={classes.failure}>
          <Banner tone="danger" role="alert">
            {failure}
          </Banner>
        </div>
      )}
      <Button
        block
        kind={blocking === 0 ? 'primary' : 'outline'}
        icon={<IconSend />}
        aria-disabled={blocking > 0}
        onClick={() => blocking === 0 && void ask()}
      >
        {t('publish.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('publish.confirmTitle', { title: view.title })}
        confirmText={t('publish.button')}
        busy={publish.isPending}
        busyText={t('publish.busy')}
        onConfirm={() => publish.mutate()}
        cancelText={t('publish.notYet')}
        onCancel={() => setAsking(false)}
      >
        <p>{t('publish.freezes')}</p>
        <ul className={classes.freezes}>
          <li>{t('publish.freezePaper', { rounds: number(view.rounds.length) })}</li>
          <li>{t('publish.freezeRules')}</li>
          <li>{t('publish.freezeUnits')}</li>
        </ul>
        <p>{t('publish.stays')}</p>
      </ConfirmDialog>
    </Panel>
  );
}

function usePublish(onEnd: () => void) {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { view } = useBuilder();
  const publish = useMutation({
    mutationFn: () => publishContest(view.id),
    onSuccess: async (next) => {
      showDone(t('publish.done'));
      client.setQueryData(draftKey(next.id), next);
      void client.invalidateQueries({ queryKey: ownContestsKey });
      await navigate(`/organise/contests/${next.id}/run`, { replace: true });
    },
    // What changed meanwhile, the check shows.
    onError: () => client.invalidateQueries({ queryKey: draftKey(view.id) }),
    onSettled: onEnd,
  });
  return { publish, failure: publish.isError ? explain(publish.error) : null };
}

function Facts() {
  const t = useT('contest/builder');
  const { dateTime } = useFormat();
  const { view } = useBuilder();
  return (
    <dl className={classes.facts}>
      {view.rounds.map((round) => (
        <div key={round.id}>
          <dt>{round.title}</dt>
          <dd>
            {round.opensAt !== null && round.closesAt !== null
              ? t('publish.window', { from: dateTime(round.opensAt), to: dateTime(round.closesAt) })
              : t('publish.noWindow')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
