import { IconArrowBackUp, IconCheck, IconPlayerTrackNextFilled } from '@tabler/icons-react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useT } from '../../platform/i18n.js';
import { useShortcut } from '../../platform/shortcuts.js';
import classes from './remote-keys.module.css';
import type { Remote } from './use-remote.js';

type RemoteKeysProps = {
  current: PublicInquiry | null;
  next: PublicInquiry | null;
  remote: Remote;
};

/** The two presses of a whole session, where a thumb lies. The next question is written on its button. */
export function RemoteKeys({ current, next, remote }: RemoteKeysProps) {
  const t = useT('remote');
  const canFinish = current !== null && !remote.isMoving;
  const canGoOn = next !== null && !remote.isMoving;
  const finish = () => canFinish && remote.markAnswered(current);
  const goOn = () => canGoOn && remote.putOnAir(next);
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
        onClick={finish}
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
        onClick={goOn}
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
