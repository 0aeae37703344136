import { IconCheck, IconCircleCheck, IconMicrophone, IconNotes, IconPencil } from '@tabler/icons-react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { Chip } from '../../../ui/data/chip.js';
import { KeyHint } from '../../../ui/data/key-hint.js';
import { CardMenu } from './card-menu.js';
import classes from './card-actions.module.css';
import { useDesk } from '../state/desk-context.js';
import { mayMove } from '../state/desk-may.rules.js';

type CardActionsProps = { inquiry: DeskInquiry; isCurrent: boolean };

/** The likeliest moves of a question in its state; the rest is in the menu. */
export function CardActions({ inquiry, isCurrent }: CardActionsProps) {
  const { lockOf } = useDesk();
  const Buttons = buttonsOf[inquiry.state];
  // Whoever is at it decides; the card says who that is.
  if (lockOf(inquiry.id)) return null;
  return (
    <div className={classes.actions} data-quiet={(inquiry.state === 'pending' && !isCurrent) || undefined}>
      <Buttons inquiry={inquiry} tabIndex={isCurrent ? 0 : -1} />
      <CardMenu inquiry={inquiry} tabIndex={isCurrent ? 0 : -1} />
    </div>
  );
}

type ButtonsProps = { inquiry: DeskInquiry; tabIndex: number };

function PendingButtons({ inquiry, tabIndex }: ButtonsProps) {
  const t = useT('qna/desk');
  const { role, actions, session } = useDesk();
  if (!mayMove(role, 'approve', inquiry)) return null;
  return (
    <>
      <Button
        kind="primary"
        size="xs"
        tabIndex={tabIndex}
        icon={<IconCheck aria-hidden="true" />}
        iconAfter={<Key keys="A" />}
        onClick={() => actions.make('approve', inquiry)}
      >
        {t('act.approve')}
      </Button>
      {session.live.endedAt === null && mayMove(role, 'answer_now', inquiry) && (
        <Button
          kind="soft"
          size="xs"
          className={classes.onAir}
          tabIndex={tabIndex}
          aria-label={t('act.answerNow')}
          title={t('act.answerNow')}
          icon={<IconMicrophone aria-hidden="true" />}
          onClick={() => actions.make('answer_now', inquiry)}
        />
      )}
      <Button size="xs" tabIndex={tabIndex} onClick={() => actions.open({ kind: 'edit', inquiry })}>
        {t('act.shorten')}
      </Button>
      <Button
        kind="ghost"
        size="xs"
        className={classes.last}
        tabIndex={tabIndex}
        iconAfter={<Key keys="X" />}
        onClick={() => actions.open({ kind: 'decline', inquiry })}
      >
        {t('act.decline')}
      </Button>
    </>
  );
}

function ApprovedButtons({ inquiry, tabIndex }: ButtonsProps) {
  const t = useT('qna/desk');
  const { role, actions, session } = useDesk();
  // Once it has ended nobody is there to hear an answer; it can still be written.
  if (session.live.endedAt === null && mayMove(role, 'answer_now', inquiry))
    return (
      <Button
        kind="soft"
        size="xs"
        tabIndex={tabIndex}
        icon={<IconMicrophone aria-hidden="true" />}
        onClick={() => actions.make('answer_now', inquiry)}
      >
        {t('act.answerNow')}
      </Button>
    );
  if (mayMove(role, 'answer_in_writing', inquiry))
    return <WriteButton inquiry={inquiry} tabIndex={tabIndex} />;
  if (!mayMove(role, 'edit', inquiry)) return null;
  return (
    <Button
      size="xs"
      tabIndex={tabIndex}
      icon={<IconPencil aria-hidden="true" />}
      onClick={() => actions.open({ kind: 'edit', inquiry })}
    >
      {t('act.shorten')}
    </Button>
  );
}

function AnsweringButtons({ inquiry, tabIndex }: ButtonsProps) {
  const t = useT('qna/desk');
  const { role, actions } = useDesk();
  if (!mayMove(role, 'answered', inquiry)) return null;
  return (
    <>
      <Button
        size="xs"
        kind="primary"
        className={classes.done}
        tabIndex={tabIndex}
        icon={<IconCheck aria-hidden="true" />}
        onClick={() => actions.make('answered', inquiry)}
      >
        {t('act.answered')}
      </Button>
      <Button size="xs" tabIndex={tabIndex} onClick={() => actions.make('return', inquiry)}>
        {t('act.return')}
      </Button>
    </>
  );
}

function AnsweredButtons({ inquiry, tabIndex }: ButtonsProps) {
  const t = useT('qna/desk');
  const { clockUsed } = useFormat();
  const { role } = useDesk();
  const { answer } = inquiry;
  return (
    <>
      {answer && (
        <Chip size="sm" kind="teal" icon={<IconCircleCheck aria-hidden="true" />}>
          {answer.how === 'in_writing' || answer.seconds === null
            ? t('card.inWriting')
            : t('card.took', { time: clockUsed(answer.seconds * 1000).replace(/^0(?=\d:)/, '') })}
        </Chip>
      )}
      {(mayMove(role, 'answered', inquiry) || Boolean(answer?.text)) && (
        <WriteButton inquiry={inquiry} tabIndex={tabIndex} />
      )}
    </>
  );
}

function WriteButton({ inquiry, tabIndex }: ButtonsProps) {
  const t = useT('qna/desk');
  const { actions } = useDesk();
  const label = inquiry.state === 'answered' ? 'act.summary' : 'act.write';
  return (
    <Button
      kind={inquiry.state === 'answered' ? 'ghost' : 'soft'}
      size="xs"
      className={inquiry.state === 'answered' ? classes.last : undefined}
      tabIndex={tabIndex}
      icon={<IconNotes aria-hidden="true" />}
      onClick={() => actions.open({ kind: 'write', inquiry })}
    >
      {t(label)}
    </Button>
  );
}

function DeclinedButtons({ inquiry, tabIndex }: ButtonsProps) {
  const t = useT('qna/desk');
  const words = useT('qna');
  const { role, actions } = useDesk();
  return (
    <>
      <Chip size="sm" kind="red">
        {words(`decline.${inquiry.decline?.reason ?? 'other'}`)}
      </Chip>
      {mayMove(role, 'return', inquiry) && (
        <Button
          size="xs"
          className={classes.last}
          tabIndex={tabIndex}
          onClick={() => actions.make('return', inquiry)}
        >
          {t('act.reconsider')}
        </Button>
      )}
    </>
  );
}

function MergedButtons({ inquiry, tabIndex }: ButtonsProps) {
  const t = useT('qna/desk');
  const { role, actions, find } = useDesk();
  const target = inquiry.mergedInto && find(inquiry.mergedInto);
  return (
    <>
      <span className={classes.note}>{t('card.mergedInto', { text: target ? target.text : '' })}</span>
      {mayMove(role, 'split', inquiry) && (
        <Button
          size="xs"
          className={classes.last}
          tabIndex={tabIndex}
          onClick={() => actions.make('split', inquiry)}
        >
          {t('act.split')}
        </Button>
      )}
    </>
  );
}

function WithdrawnButtons() {
  const t = useT('qna/desk');
  return <Chip size="sm">{t('card.withdrawn')}</Chip>;
}

const buttonsOf = {
  pending: PendingButtons,
  approved: ApprovedButtons,
  answering: AnsweringButtons,
  answered: AnsweredButtons,
  declined: DeclinedButtons,
  merged: MergedButtons,
  withdrawn: WithdrawnButtons,
};

/** The key that does the same, for those who look. */
function Key({ keys }: { keys: string }) {
  return (
    <span className={classes.key} aria-hidden="true">
      <KeyHint keys={keys} />
    </span>
  );
}
