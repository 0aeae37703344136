import { IconCloudOff, IconDevices, IconGitCompare } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { connection, useConnection } from '../../../platform/api/connection.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { ApiFailure } from '../../../platform/api/api-failure.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { ConnectionBanner } from '../../../ui/layout/connection-banner.js';
import { ConnectionStrip } from '../../../ui/layout/connection-strip.js';
import classes from './attempt-notices.module.css';
import { positionsOf } from '../session/device-record.rules.js';
import type { Attempt } from '../session/use-attempt.js';

type AttemptNoticesProps = { attempt: Attempt; onOffers: () => void };

/** What stands between the member and a saved answer, most pressing first; nothing while all is well. */
export function AttemptNotices({ attempt, onOffers }: AttemptNoticesProps) {
  return (
    <>
      <LinkNotice attempt={attempt} />
      <div className={classes.notices}>
        <RefusedNotice attempt={attempt} />
        {attempt.phase === 'reading' && <ElsewhereNotice attempt={attempt} />}
        {attempt.phase === 'answering' && <OffersNotice attempt={attempt} onOpen={onOffers} />}
        <MovedNotice key={attempt.view.moved?.at} attempt={attempt} />
      </div>
    </>
  );
}

function LinkNotice({ attempt: { view, state, phase } }: { attempt: Attempt }) {
  const t = useT('contest/attempt');
  const { timeWithSeconds } = useFormat();
  const link = useConnection();
  if (link !== 'offline') return <ConnectionBanner />;
  const count = positionsOf(state.pending).length;
  const text = (
    <>
      <strong>{count > 0 ? t('offline.unsent', { count }) : t('offline.allSent')}</strong>{' '}
      {phase !== 'closing' && <span>{t('offline.stake', { time: timeWithSeconds(view.deadlineAt) })}</span>}
    </>
  );
  const retry = (
    <Button size="sm" className={classes.wide} onClick={connection.tryNow}>
      {t('offline.tryNow')}
    </Button>
  );
  return (
    <ConnectionStrip state="offline" icon={<IconCloudOff aria-hidden="true" />} text={text} action={retry} />
  );
}

/** A clock that jumps without a word looks broken. */
function MovedNotice({ attempt: { view } }: { attempt: Attempt }) {
  const t = useT('contest/attempt');
  const { timeWithSeconds } = useFormat();
  const [isSeen, setIsSeen] = useState(false);
  const { moved, deadlineAt } = view;
  if (!moved || isSeen) return null;
  return (
    <Banner
      tone="info"
      role="status"
      action={
        <Button size="sm" onClick={() => setIsSeen(true)}>
          {t('moved.seen')}
        </Button>
      }
    >
      {t(`moved.${moved.by}`, { reason: moved.reason, time: timeWithSeconds(deadlineAt) })}
    </Banner>
  );
}

function RefusedNotice({ attempt: { view, session, state } }: { attempt: Attempt }) {
  const t = useT('contest/attempt');
  const { list } = useFormat();
  const explain = useFailureText('contest/attempt');
  const refused = state.pending.filter((save) => save.refusal !== undefined);
  const refusal = refused[0]?.refusal ?? state.submitRefusal;
  if (!refusal) return null;
  const positions = positionsOf(refused);
  const what =
    positions.length > 0
      ? t('refused.text', { count: positions.length, list: list(positions.map(String)) })
      : t('refused.submission');
  const signIn = `/sign-in?next=${encodeURIComponent(`/attempts/${view.id}`)}`;
  return (
    <Banner
      tone="danger"
      role="alert"
      action={
        refusal.code !== 'auth.required' && (
          <Button size="sm" onClick={() => void session.retry()}>
            {t('refused.retry')}
          </Button>
        )
      }
    >
      <strong>{what}</strong> <span>{explain(new ApiFailure(refusal))}</span>{' '}
      {refusal.code === 'auth.required' && <Link to={signIn}>{t('refused.signIn')}</Link>}
    </Banner>
  );
}

function ElsewhereNotice({ attempt: { session, state } }: { attempt: Attempt }) {
  const t = useT('contest/attempt');
  const { list } = useFormat();
  const explain = useFailureText('contest/attempt');
  const [taking, setTaking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const takeOver = () => {
    setTaking(true);
    setFailure(null);
    session.takeLead().then(
      () => setTaking(false),
      (error: unknown) => {
        setTaking(false);
        setFailure(error);
      },
    );
  };
  return (
    <Banner
      tone="info"
      role="status"
      icon={<IconDevices aria-hidden="true" />}
      action={
        <Button kind="primary" busy={taking} busyText={t('elsewhere.takingOver')} onClick={takeOver}>
          {t('elsewhere.takeOver')}
        </Button>
      }
    >
      <strong>{t(state.isInOtherTab ? 'elsewhere.titleTab' : 'elsewhere.title')}</strong>{' '}
      <span>{failure === null ? t('elsewhere.text') : explain(failure)}</span>{' '}
      {state.held.length > 0 && (
        <span>{t('elsewhere.held', { count: state.held.length, list: list(state.held.map(String)) })}</span>
      )}
    </Banner>
  );
}

function OffersNotice({ attempt: { view }, onOpen }: { attempt: Attempt; onOpen: () => void }) {
  const t = useT('contest/attempt');
  const { list } = useFormat();
  if (view.offers.length === 0) return null;
  const positions = view.offers.map((offer) => String(offer.position));
  return (
    <Banner
      tone="warning"
      role="status"
      icon={<IconGitCompare aria-hidden="true" />}
      action={
        <Button size="sm" onClick={onOpen}>
          {t('offers.open')}
        </Button>
      }
    >
      {t('offers.banner', { count: positions.length, list: list(positions) })}
    </Banner>
  );
}

/** On phones the strip keeps to two lines; the way to try again stands by the thumb. */
export function RetryNote() {
  const t = useT('contest/attempt');
  if (useConnection() !== 'offline') return null;
  return (
    <div className={classes.retry}>
      <span>{t('offline.auto')}</span>
      <Button kind="soft" size="sm" onClick={connection.tryNow}>
        {t('offline.tryNow')}
      </Button>
    </div>
  );
}
