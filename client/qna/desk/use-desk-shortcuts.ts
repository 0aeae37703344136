import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { announce } from '../../platform/page/announcer.js';
import { calledName } from '../../platform/text/called-name.js';
import { useT } from '../../platform/text/i18n.js';
import { useShortcut } from '../../platform/page/shortcuts.js';
import { showFailed, showNote } from '../../ui/feedback/toast-queue.js';
import { useJustShown } from '../room/just-shown.js';
import type { Desk } from './state/desk-context.js';
import { mayMove, roleMoves, type InquiryMoveKind } from './state/desk-may.rules.js';
import { SEARCH_ID } from './state/desk-search-id.js';
import { pickColumnOf } from './hand/picks.rules.js';
import { useSayTaken } from './state/taker.js';

/** The keyboard of the desk, listed under `?`. What a role never does has no key. */
export function useDeskShortcuts(desk: Desk): void {
  useStepKeys(desk);
  useMoveKeys(desk);
  useMergeKeys(desk);
}

function useStepKeys({ actions }: Desk) {
  const t = useT('qna/desk');
  useShortcut({ keys: 'j', label: t('keys.down'), run: () => actions.step(1) });
  useShortcut({ keys: 'k', label: t('keys.up'), run: () => actions.step(-1) });
  useShortcut({ keys: '1', label: t('keys.pending'), run: () => actions.jump('pending') });
  useShortcut({ keys: '2', label: t('keys.approved'), run: () => actions.jump('approved') });
  useShortcut({ keys: '3', label: t('keys.answering'), run: () => actions.jump('answering') });
  useShortcut({ keys: '4', label: t('keys.toAnswered'), run: () => actions.jump('answered') });
  useShortcut({ keys: '/', label: t('keys.search'), run: focusSearch });
}

function focusSearch(): void {
  document.getElementById(SEARCH_ID)?.querySelector('input')?.focus();
}

function useMoveKeys(desk: Desk) {
  const t = useT('qna/desk');
  const { role, actions } = desk;
  const on = useOnCurrent(desk);
  const key = (keys: string, kind: InquiryMoveKind, shortcut: { label: string; run: () => void }) =>
    roleMoves(role, kind) ? { keys, ...shortcut } : null;
  const isHost = role === 'host';
  const markAnswered = useMarkAnswered(desk);
  useShortcut(
    key('a', 'approve', {
      label: t('keys.approve'),
      run: on('approve', (one) => actions.make('approve', one)),
    }),
  );
  useShortcut(
    key('x', 'decline', {
      label: t('keys.decline'),
      run: on('decline', (inquiry) => actions.open({ kind: 'decline', inquiry })),
    }),
  );
  useShortcut(
    key('e', 'edit', {
      label: t('keys.edit'),
      run: on('edit', (inquiry) => actions.open({ kind: 'edit', inquiry })),
    }),
  );
  useShortcut(
    key('t', 'answer_now', {
      label: t('keys.answerNow'),
      run: on('answer_now', (one) => actions.make('answer_now', one)),
    }),
  );
  useShortcut(isHost ? { keys: 'h', label: t('keys.answered'), run: markAnswered } : null);
  useShortcut(
    key('w', 'answer_in_writing', {
      label: t('keys.write'),
      run: on('answer_in_writing', (inquiry) => actions.open({ kind: 'write', inquiry })),
    }),
  );
  useShortcut(key('n', 'next', { label: t('keys.next'), run: on('next', (one) => actions.setNext(one)) }));
  useShortcut(
    key('p', 'project', { label: t('keys.project'), run: on('project', (one) => actions.project(one)) }),
  );
  useShortcut({ keys: 'z', label: t('keys.undo'), run: actions.undoLast });
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
function useMergeKeys(desk: Desk) {
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
  const merges = roleMoves(role, 'merge');
  useShortcut(merges ? { keys: 'm', label: t('keys.merge'), run: onHand(merge) } : null);
  useShortcut(picks.ids.size > 0 ? { keys: 'Escape', label: t('keys.clearPicks'), run: picks.clear } : null);
  useShortcut({ keys: 's', label: t('keys.pick'), run: onHand(pick) });
}
