import { Switch } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPresentation, IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { DeskMove } from '../../../shared/qna/desk.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useLongDates } from '../../platform/text/long-dates.js';
import { LogoMark } from '../../ui/layout/app-logo.js';
import { Button } from '../../ui/form/button.js';
import { Chip, LiveBadge } from '../../ui/data/chip.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { GuestCrowd } from './guest-crowd.js';
import { usePhase } from '../room/qna.live.js';
import { useDesk } from './state/desk-context.js';
import { useDeskFailure } from './state/desk-failure.js';
import classes from './desk-header.module.css';
import { ExportMenu, SessionMenu } from './board/session-menu.js';

/** What runs, how many are here, and what the host opens and closes for the room. */
export function DeskHeader({ tools }: { tools: { open: boolean; toggle: () => void } }) {
  const t = useT('qna/desk');
  const words = useT('qna');
  const { number } = useFormat();
  const { session, role } = useDesk();
  const { live, title } = session;
  const phase = usePhase(session);
  const present = t('header.present', { count: live.present, shown: number(live.present) });
  return (
    <header className={classes.header}>
      <span className={classes.logo}>
        <LogoMark size={38} />
      </span>
      <div className={classes.titles}>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.when}>{useWhen()}</p>
      </div>
      <div className={classes.state}>
        {phase === 'live' ? (
          <LiveBadge>{words('phase.live')}</LiveBadge>
        ) : (
          <Chip kind={phase === 'ended' ? 'plain' : phase === 'draft' ? 'amber' : 'navy'}>
            {words(`phase.${phase}`)}
          </Chip>
        )}
        {role === 'host' && session.guestsAllowed ? (
          <GuestCrowd present={present} />
        ) : (
          <Chip icon={<IconUsers aria-hidden="true" />}>
            <span className="num" translate="no">
              {present}
            </span>
          </Chip>
        )}
      </div>
      {role === 'host' && phase !== 'ended' ? <Switches /> : <SwitchChips />}
      <div className={classes.tools}>
        <IconButton
          className={classes.filter}
          label={t('header.filter')}
          icon={<IconAdjustmentsHorizontal />}
          size="sm"
          outline
          aria-expanded={tools.open}
          onClick={tools.toggle}
        />
        <ExportMenu />
        <Button
          kind="primary"
          size="sm"
          className={classes.projector}
          icon={<IconPresentation aria-hidden="true" />}
          onClick={() => openProjector(session.id)}
        >
          {t('header.projector')}
        </Button>
        <SessionMenu />
      </div>
    </header>
  );
}

/** A window of its own, to be dragged to the other screen; pressed again it comes back to the same one. */
export function openProjector(sessionId: string): void {
  window.open(`/qna/${encodeURIComponent(sessionId)}/projector`, `projector-${sessionId}`, 'popup');
}

function useWhen(): string {
  const t = useT('qna/desk');
  const { time } = useFormat();
  const { weekdayDate } = useLongDates();
  const { startsAt, endsAt } = useDesk().session;
  const start = { date: weekdayDate(startsAt), from: time(startsAt) };
  return endsAt === null ? t('header.from', start) : t('header.fromTo', { ...start, to: time(endsAt) });
}

/** Mantine's own sizes would leave no room for the title. */
const SWITCH = { label: { fontSize: 'var(--fs-14)', fontWeight: 500, paddingInlineStart: 8 } };

type SwitchMove = Extract<DeskMove, { kind: 'accepting' | 'voting' }>;

function Switches() {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const { session, actions } = useDesk();
  const switching = useMutation({
    mutationFn: (move: SwitchMove) => actions.send({ move, seen: null }),
    onError: (error) => showFailed(explain(error)),
  });
  // What was asked for shows at once; a refusal shows the truth again.
  const asked = switching.isPending ? switching.variables : null;
  const isOn = (kind: SwitchMove['kind']) => (asked?.kind === kind ? asked.on : session.live[kind]);
  return (
    <div className={classes.switches}>
      <Switch
        label={t('header.accepting')}
        styles={SWITCH}
        checked={isOn('accepting')}
        onChange={(event) => switching.mutate({ kind: 'accepting', on: event.currentTarget.checked })}
      />
      <Switch
        label={t('header.voting')}
        styles={SWITCH}
        checked={isOn('voting')}
        onChange={(event) => switching.mutate({ kind: 'voting', on: event.currentTarget.checked })}
      />
    </div>
  );
}

/** For those who do not open and close: what is open. */
function SwitchChips() {
  const t = useT('qna/desk');
  const { accepting, voting } = useDesk().session.live;
  return (
    <div className={classes.switches}>
      <Chip kind={accepting ? 'teal' : 'amber'}>
        {t(accepting ? 'header.isAccepting' : 'header.notAccepting')}
      </Chip>
      {!voting && <Chip kind="amber">{t('header.notVoting')}</Chip>}
    </div>
  );
}
