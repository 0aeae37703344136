import { IconSend } from '@tabler/icons-react';
import { useConnection } from '../../../platform/api/connection.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { TimerPill } from '../../../ui/data/timer-pill.js';
import { withPosition } from '../session/device-record.rules.js';
import { nextOpen, type PaperCounts } from '../session/paper.rules.js';
import type { Attempt } from '../session/use-attempt.js';
import classes from './submit-dialog.module.css';

type SubmitDialogProps = {
  attempt: Attempt;
  open: boolean;
  position: number;
  counts: PaperCounts;
  onClose: () => void;
  onGo: (position: number) => void;
  onSubmit: () => void;
};

/** The last look before what cannot be undone. */
export function SubmitDialog(props: SubmitDialogProps) {
  const t = useT('contest/attempt');
  return (
    <Sheet
      plain
      open={props.open}
      onClose={props.onClose}
      title={
        <span className={classes.title}>
          {t('submit.title')}
          <TimerPill
            size="sm"
            deadline={Date.parse(props.attempt.view.deadlineAt)}
            label={t('header.timer')}
          />
        </span>
      }
    >
      <SubmitQuestion {...props} />
    </Sheet>
  );
}

function SubmitQuestion({ attempt, position, counts, onClose, onGo, onSubmit }: SubmitDialogProps) {
  const t = useT('contest/attempt');
  const { timeWithSeconds } = useFormat();
  const isOffline = useConnection() === 'offline';
  const open = nextOpen(withPosition(counts.open, counts.unread), position);
  const isWaiting = attempt.state.pending.some(({ waiting }) => waiting);
  return (
    <>
      <p className={classes.text}>
        {counts.answered === counts.total ? t('submit.complete', { total: counts.total }) : t('submit.text')}
      </p>
      <dl className={classes.sums}>
        <Sum kind="answered" value={counts.answered} label={t('submit.answered')} />
        <Sum
          kind="open"
          value={counts.total - counts.answered - counts.refused.length}
          label={t('submit.open')}
        />
        <Sum kind="flagged" value={counts.flagged.length} label={t('submit.flagged')} />
      </dl>
      <Positions label={t('submit.openList')} positions={counts.open} onGo={onGo} />
      <Positions label={t('submit.unreadList')} positions={counts.unread} onGo={onGo} />
      <Positions label={t('submit.refusedList')} positions={counts.refused} onGo={onGo} />
      <Positions label={t('submit.flaggedList')} positions={counts.flagged} onGo={onGo} />
      {isOffline && (
        <div className={classes.offline}>
          <Banner tone="warning">
            {t('submit.offline', { time: timeWithSeconds(attempt.view.deadlineAt) })}
          </Banner>
        </div>
      )}
      {!isOffline && counts.refused.length > 0 && (
        <div className={classes.offline}>
          <Banner tone="danger">{t(isWaiting ? 'submit.waiting' : 'submit.refused')}</Banner>
        </div>
      )}
      <div className={classes.buttons}>
        {open === null ? (
          <>
            <Button data-autofocus size="lg" onClick={onClose}>
              {t('submit.review')}
            </Button>
            <Button kind="primary" size="lg" icon={<IconSend aria-hidden="true" />} onClick={onSubmit}>
              {t('submit.submit')}
            </Button>
          </>
        ) : (
          <>
            <Button data-autofocus kind="primary" size="lg" onClick={() => onGo(open)}>
              {t('submit.continue')}
            </Button>
            <Button size="lg" icon={<IconSend aria-hidden="true" />} onClick={onSubmit}>
              {t('submit.submitAnyway')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function Sum({ kind, value, label }: { kind: string; value: number; label: string }) {
  return (
    <div data-kind={value > 0 ? kind : undefined}>
      <dd className="num" translate="no">
        {value}
      </dd>
      <dt>{label}</dt>
    </div>
  );
}

/** A long list would push the buttons out of sight. */
const SHOWN = 20;

type PositionsProps = { label: string; positions: readonly number[]; onGo: (position: number) => void };

function Positions({ label, positions, onGo }: PositionsProps) {
  const t = useT('contest/attempt');
  if (positions.length === 0) return null;
  const more = positions.length - SHOWN;
  return (
    <div className={classes.positions}>
      <p>{label}</p>
      <ul>
        {positions.slice(0, SHOWN).map((position) => (
          <li key={position}>
            <button
              type="button"
              className="num"
              aria-label={t('submit.goTo', { position })}
              onClick={() => onGo(position)}
              translate="no"
            >
              {position}
            </button>
          </li>
        ))}
        {more > 0 && <li>{t('submit.more', { count: more })}</li>}
      </ul>
    </div>
  );
}
