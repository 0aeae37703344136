import { useFormat, useT } from '../../platform/text/i18n.js';
import { useServerNow } from '../../platform/time/server-time.js';
import { Button } from '../../ui/form/button.js';

/** The clocks of server and page may differ by a moment; more than was granted is never shown. */
const UNDO_MS = 10 * 60_000;

type UndoButtonProps = { until: string | null; busy: boolean; onUndo: () => void };

/** Takes something back, with the time that is left for it; goes when it is over. */
export function UndoButton({ until, busy, onUndo }: UndoButtonProps) {
  const t = useT('question-bank');
  const { clockLeft } = useFormat();
  const now = useServerNow();
  const left = until === null ? 0 : Date.parse(until) - now;
  if (left <= 0) return null;
  return (
    <Button size="sm" kind="ghost" busy={busy} busyText={t('undo.busy')} onClick={onUndo}>
      {t('undo.left', { time: clockLeft(Math.min(left, UNDO_MS)) })}
    </Button>
  );
}
