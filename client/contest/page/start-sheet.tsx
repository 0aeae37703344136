import { IconClockHour4, IconListDetails, IconPlayerPlay, IconRepeat } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useServerNow } from '../../platform/time/server-time.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { contestKeys, startAttempt } from '../contest.api.js';
import classes from './start-sheet.module.css';

type StartSheetProps = {
  /** Null while closed. */
  round: RoundView | null;
  contestId: string;
  onClose: () => void;
  onRules: () => void;
};

/** What one agrees to before the clock starts. */
export function StartSheet({ round, contestId, onClose, onRules }: StartSheetProps) {
  const t = useT('contest');
  const explain = useFailureText('contest');
  const tick = useRef<HTMLInputElement>(null);
  const [agreed, setAgreed] = useState(false);
  const [asked, setAsked] = useState(false);
  const start = useStart(contestId);
  const close = () => {
    setAgreed(false);
    setAsked(false);
    start.reset();
    onClose();
  };
  const submit = () => {
    setAsked(true);
    if (agreed && round) start.mutate(round.id);
    else tick.current?.focus();
  };
  return (
    <Sheet
      open={round !== null}
      onClose={close}
      title={round ? t('start.title', { title: round.title }) : ''}
      footer={
        <>
          <Button onClick={close}>{t('start.cancel')}</Button>
          <Button
            kind="primary"
            icon={<IconPlayerPlay />}
            busy={start.isPending}
            busyText={t('start.starting')}
            onClick={submit}
          >
            {t('start.start')}
          </Button>
        </>
      }
    >
      {round && <StartFacts round={round} />}
      <Tick
        input={tick}
        checked={agreed}
        onChange={setAgreed}
        isMissing={asked && !agreed}
        onRules={() => {
          close();
          onRules();
        }}
      />
      {start.error && (
        <Banner tone="danger" role="alert">
          {explain(start.error)}
        </Banner>
      )}
    </Sheet>
  );
}

/** Starts the attempt and goes to it; one that runs already is gone on with. */
function useStart(contestId: string) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: startAttempt,
    onSuccess: async (attempt) => {
      const { rememberStart } = await import('../attempt/session/attempt-device.js');
      // Where the device keeps nothing, the attempt still opens; it only has to be taken over here first.
      await rememberStart(attempt).catch(() => undefined);
      await navigate(`/attempts/${attempt.id}`);
    },
    onError: async (error) => {
      const running = isFailure(error, 'attempt.running') ? error.params['attemptId'] : undefined;
      if (typeof running === 'string') await navigate(`/attempts/${running}`);
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: contestKeys.view(contestId) }),
        queryClient.invalidateQueries({ queryKey: contestKeys.running }),
      ]),
  });
}

function StartFacts({ round }: { round: RoundView }) {
  const t = useT('contest');
  const { time, dateTime } = useFormat();
  const now = useServerNow(10_000);
  const { own, attemptsAllowed, durationMinutes, questionCount } = round;
  const closesAt = own?.closesAt ?? round.closesAt;
  const closes = closesAt === null ? null : Date.parse(closesAt);
  const isCut = closes !== null && closes < now + durationMinutes * 60_000;
  const next = (own?.attemptsUsed ?? 0) + 1;
  const afterwards = () => {
    if (attemptsAllowed === null) return t('start.unlimited');
    const left = attemptsAllowed - next;
    return left > 0 ? t('start.leftAfter', { count: left }) : t('start.last');
  };
  return (
    <ul className={classes.facts}>
      <Fact
        icon={<IconListDetails />}
        title={t('start.size', { questions: questionCount, minutes: durationMinutes })}
      >
        {isCut && closes !== null
          ? t('start.cut', { time: time(closes) })
          : closesAt && t('start.closes', { at: dateTime(closesAt) })}
      </Fact>
      <Fact icon={<IconClockHour4 />} title={t('start.clock')}>
        {t('start.clockText')}
      </Fact>
      <Fact
        icon={<IconRepeat />}
        title={
          attemptsAllowed === null
            ? t('start.attempt', { next })
            : t('start.attemptOf', { next, allowed: attemptsAllowed })
        }
      >
        {afterwards()}
      </Fact>
    </ul>
  );
}

function Fact({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>
        <strong>{title}</strong>
        <span>{children}</span>
      </span>
    </li>
  );
}

type TickProps = {
  input: React.RefObject<HTMLInputElement | null>;
  checked: boolean;
  onChange: (checked: boolean) => void;
  isMissing: boolean;
  onRules: () => void;
};

function Tick({ input, checked, onChange, isMissing, onRules }: TickProps) {
  const t = useT('contest');
  const errorId = useId();
  return (
    <div className={classes.agree} data-missing={isMissing || undefined}>
      <label>
        <input
          ref={input}
          type="checkbox"
          className="check"
          checked={checked}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? errorId : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {t('start.agree')}
      </label>
      <Button size="sm" kind="ghost" onClick={onRules}>
        {t('start.readRules')}
      </Button>
      {isMissing && (
        <p id={errorId} className={classes.missing}>
          {t('start.agreeFirst')}
        </p>
      )}
    </div>
  );
}
