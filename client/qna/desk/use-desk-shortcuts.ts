import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { announce } from '../../platform/page/announcer.js';
import { calledName } from '../../platform/text/called-name.js';
import { useT } from '../../platform/text/i18n.js';
import { useShortcutTable } from '../../platform/page/shortcuts.js';
import { showFailed, showNote } from '../../ui/feedback/toast-queue.js';
import { useJustShown } from '../room/just-shown.js';
import type { Desk } from './state/desk-context.js';
import { keysInUse, SEARCH_ID, type DeskKey } from './desk-keys.js';
import { mayMove, roleMoves, type InquiryMoveKind } from './state/desk-may.rules.js';
import { pickColumnOf } from './hand/picks.rules.js';
import { useSayTaken } from './state/taker.js';

/** The keyboard of the desk. What a role never does has no key. */
export function useDeskShortcuts(desk: Desk): DeskKey[] {
  const t = useT('qna/desk');
  const { undoLast } = desk.actions;
  const keys = keysInUse([
    ...useStepKeys(desk),
    ...useMoveKeys(desk),
    ...useChoosingKeys(desk),
    { keys: 'z', label: t('keys.undo'), when: true, run: undoLast, foot: t('footer.undo') },
  ]);
  useShortcutTable(keys);
  return keys;
}

function useStepKeys({ actions }: Desk): DeskKey[] {
  const t = useT('qna/desk');
  const { step, jump } = actions;
  const when = true;
  return [
    { keys: 'j', label: t('keys.down'), when, run: () => step(1), foot: t('footer.step'), footKeys: 'j k' },
    { keys: 'k', label: t('keys.up'), when, run: () => step(-1) },
    { keys: '1', label: t('keys.pending'), when, run: () => jump('pending') },
    { keys: '2', label: t('keys.approved'), when, run: () => jump('approved') },
    { keys: '3', label: t('keys.answering'), when, run: () => jump('answering') },
    { keys: '4', label: t('keys.toAnswered'), when, run: () => jump('answered') },
    { keys: '/', label: t('keys.search'), when, run: focusSearch },
  ];
}

function focusSearch(): void {
  document.getElementById(SEARCH_ID)?.querySelector('input')?.focus();
}

function useMoveKeys(desk: Desk): DeskKey[] {
  const t = useT('qna/desk');
  const { role, actions, session } = desk;
  const on = useOnCurrent(desk);
  const isOver = session.live.endedAt !== null;
  const markAnswered = useMarkAnswered(desk);
  const has = (kind: InquiryMoveKind) => roleMoves(role, kind);
  const isHost = role === 'host';
  return [
    {
      keys: 'a',
      label: t('keys.approve'),
      when: has('approve'),
      run: on('approve', (one) => actions.make('approve', one)),
      foot: t('footer.approve'),
    },
    {
      keys: 'x',
      label: t('keys.decline'),
      when: has('decline'),
      run: on('decline', (inquiry) => actions.open({ kind: 'decline', inquiry })),
      foot: t('footer.decline'),
    },
    {
      keys: 'e',
      label: t('keys.edit'),
      when: has('edit'),
      run: on('edit', (inquiry) => actions.open({ kind: 'edit', inquiry })),
    },
    {
      keys: 't',
      label: t('keys.answerNow'),
      when: has('answer_now') && !isOver,
      run: on('answer_now', (one) => actions.make('answer_now', one)),
      foot: t('footer.answerNow'),
    },
    { keys: 'h', label: t('keys.answered'), when: isHost, run: markAnswered, foot: t('footer.answered') },
    {
      keys: 'w',
      label: t('keys.write'),
      when: has('answer_in_writing'),
      run: on('answer_in_writing', (inquiry) => actions.open({ kind: 'write', inquiry })),
      foot: isHost ? undefined : t('footer.write'),
    },
    { keys: 'n', label: t('keys.next'), when: has('next') && !isOver, run: on('next', actions.setNext) },
    {
      keys: 'p',
      label: t('keys.project'),
      when: has('project'),
      run: on('project', (one) => actions.project(one)),
      foot: t('footer.project'),
    },
  ];
}

/** There is one question on the floor at most, so one need not go there first; but it must be the one that was seen. */
function useMarkAnswered({ shown, holds, actions, lockOf }: Desk) {
  const t = useT('qna/desk');
  const [onFloor] = shown.answering;
  const isJustShown = useJustShown(onFloor?.id ?? null);
  return () => {
    if (!onFloor) return;
    const lock = lockOf(onFloor.id);
    if (isJustShown() && !holds.read().own.has(onFloor.id))
      showNote(t('keys.floorChanged'), t('taken.nothingElse'));
    else if (lock) showFailed(t('card.locked', { name: calledName(lock.name) }));
    else actions.make('answered', onFloor);
  };
}

/**
 * Runs with the card at hand, as it is drawn, when the move fits it. Where somebody else has taken that card it says so
 * and does nothing, and so it does where a card has only just come to hand.
 */
function useOnHand({ session, hand, find, focus, actions }: Desk) {
  const t = useT('qna/desk');
  const sayTaken = useSayTaken(session.id);
  return (run: (inquiry: DeskInquiry) => void) =>
    actions.online(() => {
      const found = hand();
      if (found === null) announce(t('keys.noneAtHand'));
      else if ('taken' in found) sayTaken(find(found.taken.id) ?? found.taken);
      else if (focus.isUnseen(found.card.id)) showNote(t('keys.unseen'), t('taken.nothingElse'));
      else run(found.card);
    });
}

/** The same for a move: says so when somebody else is at the card, or when the move does not fit its state. */
function useOnCurrent(desk: Desk) {
  const t = useT('qna/desk');
  const { role, lockOf } = desk;
  const onHand = useOnHand(desk);
  return (kind: InquiryMoveKind, run: (inquiry: DeskInquiry) => void) =>
    onHand((card) => {
      const lock = lockOf(card.id);
      if (lock) showFailed(t('card.locked', { name: calledName(lock.name) }));
      else if (mayMove(role, kind, card)) run(card);
      else announce(t('keys.notHere', { column: t(`state.${card.state}`) }));
    });
}

/** Letter keys act on the card at hand alone; what was chosen is for the buttons of the bar. */
function useChoosingKeys(desk: Desk): DeskKey[] {
  const t = useT('qna/desk');
  const { role, picks, rows, actions, lockOf } = desk;
  const onHand = useOnHand(desk);
  const pick = (card: DeskInquiry) => {
    if (pickColumnOf(card) === null) announce(t('keys.notHere', { column: t(`state.${card.state}`) }));
    else picks.toggle(card);
  };
  const merge = (card: DeskInquiry) => {
    const hints = Object.values(rows).flatMap((list) => list.filter((row) => row.kind === 'pair'));
    const pair = hints.find(({ pair: { one, other } }) => card.id === one || card.id === other)?.pair;
    if (!pair) pick(card);
    else if (!lockOf(pair.one) && !lockOf(pair.other))
      actions.open({ kind: 'merge', inquiryIds: [pair.one, pair.other] });
  };
  return [
    {
      keys: 'm',
      label: t('keys.merge'),
      when: roleMoves(role, 'merge'),
      run: onHand(merge),
      foot: t('footer.merge'),
    },
    { keys: 's', label: t('keys.pick'), when: true, run: onHand(pick) },
    { keys: 'Escape', label: t('keys.clearPicks'), when: picks.ids.size > 0, run: picks.clear },
  ];
}
