import { useT } from '../../../platform/text/i18n.js';
import { useShortcut } from '../../../platform/page/shortcuts.js';
import { keyCount, responseToKey } from '../session/answers.rules.js';
import type { ShownQuestion } from '../session/paper.rules.js';
import type { Attempt } from '../session/use-attempt.js';

type AttemptKeys = {
  attempt: Attempt;
  question: ShownQuestion;
  onGo: (position: number) => void;
  onSubmit: () => void;
};

/** The keyboard of the page; listed under `?`. */
export function useAttemptShortcuts({ attempt, question, onGo, onSubmit }: AttemptKeys): void {
  const t = useT('contest/attempt');
  const { session, phase } = attempt;
  const { position, prompt, response, flagged } = question;
  const mayWrite = phase === 'answering';
  const choose = (key: number) => {
    const next = responseToKey(prompt, response, key);
    if (next !== undefined) void session.choose(position, next);
  };
  const keyOf = (key: number) =>
    mayWrite && key <= keyCount(prompt)
      ? {
          keys: String(key),
          label: t('shortcuts.choose', { letter: String.fromCharCode(64 + key) }),
          run: () => choose(key),
        }
      : null;
  useShortcut(keyOf(1));
  useShortcut(keyOf(2));
  useShortcut(keyOf(3));
  useShortcut(keyOf(4));
  useShortcut(keyOf(5));
  useShortcut(keyOf(6));
  useShortcut(keyOf(7));
  useShortcut(keyOf(8));
  useShortcut(keyOf(9));
  useShortcut({ keys: 'ArrowLeft', label: t('shortcuts.previous'), run: () => onGo(position - 1) });
  useShortcut({ keys: 'ArrowRight', label: t('shortcuts.next'), run: () => onGo(position + 1) });
  useShortcut(
    mayWrite
      ? { keys: 'f', label: t('shortcuts.flag'), run: () => void session.setFlag(position, !flagged) }
      : null,
  );
  useShortcut(mayWrite ? { keys: 'Ctrl+Enter', label: t('shortcuts.submit'), run: onSubmit } : null);
}
