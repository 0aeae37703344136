import { IconArrowBackUp, IconCheck, IconPlayerTrackNextFilled } from '@tabler/icons-react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { useShortcut } from '../../platform/page/shortcuts.js';
import { showNote } from '../../ui/feedback/toast-queue.js';
import { useMeant } from '../room/just-shown.js';
import classes from './remote-keys.module.css';
import type { Remote } from './use-remote.js';

type RemoteKeysProps = {
  current: PublicInquiry | null;
  next: PublicInquiry | null;
  remote: Remote;
};

/** The two presses of a whole session, where a thumb lies. The next question is written on its button. */
export function RemoteKeys({ current, next, remote }: RemoteKeysProps) {
  const t = useT('qna/remote');
  const canFinish = current !== null && !remote.isMoving;
  const canGoOn = next !== null && !remote.isMoving;
  const finishing = useMeant(current?.id ?? null);
  const going = useMeant(next?.id ?? null);
  // What is written on a button changes by itself: a press on its way was meant for what stood there before.
  const finish = (byPointer = false) => {
    if (!canFinish) return;
    if (finishing.isMeant(byPointer)) remote.markAnswered(current);
    else showNote(t('keys.currentChanged'), t('keys.nothingDone'));
  };
  const goOn = (byPointer = false) => {
    if (!canGoOn) return;
    if (going.isMeant(byPointer)) remote.putOnAir(next);
    else showNote(t('keys.nextChanged'), t('keys.nothingDone'));
  };
  useShortcut({ keys: 'h', label: t('keys.answered'), run: finish });
  useShortcut({ keys: 'n', label: t('keys.next'), run: goOn });
  useShortcut({ keys: 'z', label: t('undo'), run: remote.undo });
  return (
    <section className={classes.keys} aria-label={t('keys.label')}>
      <button
        type="button"
        className={classes.key}
        data-kind="undo"
        title={t('undo')}
        aria-label={t('undo')}
        aria-disabled={!remote.canUndo}
        onClick={remote.undo}
      >
        <IconArrowBackUp aria-hidden="true" />
      </button>
      <button
        type="button"
        className={classes.key}
        data-kind="done"
        aria-disabled={!canFinish}
        aria-busy={remote.isMoving || undefined}
        onPointerDown={finishing.onPointerDown}
        onClick={({ detail }) => finish(detail > 0)}
      >
        <IconCheck aria-hidden="true" />
        {t('keys.answered')}
      </button>
      <button
        type="button"
        className={classes.key}
        data-kind="next"
        aria-disabled={!canGoOn}
        aria-busy={remote.isMoving || undefined}
        onPointerDown={going.onPointerDown}
        onClick={({ detail }) => goOn(detail > 0)}
      >
        <span className={classes.name}>
          <IconPlayerTrackNextFilled aria-hidden="true" />
          {t('keys.next')}
        </span>
        <span className={classes.preview}>{next ? next.text : t('keys.noNext')}</span>
      </button>
    </section>
  );
}
