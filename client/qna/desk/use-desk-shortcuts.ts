import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { announce } from '../../platform/announcer.js';
import { calledName } from '../../platform/called-name.js';
import { useT } from '../../platform/i18n.js';
import { useShortcut } from '../../platform/shortcuts.js';
import { showFailed } from '../../ui/toast-queue.js';
import type { Desk } from './desk-context.js';
import { mayMove, roleMoves, type InquiryMoveKind } from './desk-may.rules.js';
import { SEARCH_ID } from './desk-search-id.js';

/** The keyboard of the desk, listed under `?`. What a role never does has no key. */
export function useDeskShortcuts(desk: Desk): void {
  useStepKeys(desk);
  useMoveKeys(desk);
  useMergeKeys(desk);
}

function useStepKeys({ actions }: Desk) {
  const t = useT('desk');
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
  const t = useT('desk');
  const { role, actions, all } = desk;
  const on = useOnCurrent(desk);
  const key = (keys: string, kind: InquiryMoveKind, shortcut: { label: string; run: () => void }) =>
    roleMoves(role, kind) ? { keys, ...shortcut } : null;
  const isHost = role === 'host';
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
  useShortcut(
    isHost
      ? {
          keys: 'h',
          label: t('keys.answered'),
          // There is one at most, so one need not go there first.
          run: () => all.answering[0] && actions.make('answered', all.answering[0]),
        }
      : null,
  );
  useShortcut(
    key('w', 'answer_in_writing', {
      label: t('keys.write'),
      run: on('answer_in_writing', (inquiry) => actions.open({ kind: 'write', inquiry })),
    }),
  );
  useShortcut(key('n', 'next', { label: t('keys.next'), run: on('next', (one) => actions.setNext(one)) }));
  useShortcut(key('p', 'project', { label: t('keys.project'), run: projectCurrent(desk) }));
  useShortcut({ keys: 'z', label: t('keys.undo'), run: actions.undoLast });
}

const projectCurrent =
  ({ current, role, actions }: Desk) =>
  () => {
    const card = current();
    if (card && mayMove(role, 'project', card)) actions.project(card);
  };

/** Runs with the question at hand when the move fits it; says so when somebody else is at it. */
function useOnCurrent({ current, role, lockOf }: Desk) {
  const t = useT('desk');
  return (kind: InquiryMoveKind, run: (inquiry: DeskInquiry) => void) => () => {
    const card = current();
    if (!card) return;
    const lock = lockOf(card.id);
    if (lock) showFailed(t('card.locked', { name: calledName(lock.name) }));
    else if (mayMove(role, kind, card)) run(card);
    else announce(t('keys.notHere', { column: t(`state.${card.state}`) }));
  };
}

function useMergeKeys({ role, current, picks, rows, actions, lockOf }: Desk) {
  const t = useT('desk');
  const pick = () => {
    const card = current();
    if (!card || !mayMove(role, 'merge', card)) return;
    const count = picks.ids.size + (picks.ids.has(card.id) ? -1 : 1);
    picks.toggle(card.id);
    announce(t('pick.chosen', { count }));
  };
  const merge = () => {
    const hints = Object.values(rows).flatMap((list) => list.filter((row) => row.kind === 'pair'));
    const id = current()?.id;
    const pair = hints.find(({ pair: { one, other } }) => id === one || id === other)?.pair;
    if (picks.ids.size > 1) actions.open({ kind: 'merge', inquiryIds: [...picks.ids] });
    else if (pair && picks.ids.size === 0 && !lockOf(pair.one) && !lockOf(pair.other))
      actions.open({ kind: 'merge', inquiryIds: [pair.one, pair.other] });
    else pick();
  };
  const merges = roleMoves(role, 'merge');
  useShortcut(merges ? { keys: 'm', label: t('keys.merge'), run: merge } : null);
  useShortcut(picks.ids.size > 0 ? { keys: 'Escape', label: t('keys.clearPicks'), run: picks.clear } : null);
  useShortcut(merges ? { keys: 's', label: t('keys.pick'), run: pick } : null);
}
