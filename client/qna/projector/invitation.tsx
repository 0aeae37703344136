import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { JoinAddress } from '../../ui/join-address.js';
import { QrCode } from '../../ui/qr-code.js';
import { joinLinkOf } from '../../platform/page/join-link.js';
import classes from './invitation.module.css';
import { useScanText } from './use-scan-text.js';

/** How to join, for as long as no question is on the stage. */
export function Invitation({ session }: { session: QnaSessionView }) {
  const t = useT('qna/projector');
  const { dateTime } = useFormat();
  const scanText = useScanText(session);
  const isOver = session.live.endedAt !== null || session.phase === 'ended';
  const heading = isOver ? t('invite.ended') : session.live.accepting ? t('invite.ask') : t('invite.closed');
  return (
    <div className={classes.invitation}>
      <QrCode value={joinLinkOf(session.code)} label={t('qr')} width="calc(340 * var(--u))" />
      <div className={classes.words}>
        <h1 className={classes.heading}>{heading}</h1>
        {session.phase === 'upcoming' && !isOver && (
          <p className={classes.when}>{t('invite.startsAt', { at: dateTime(session.startsAt) })}</p>
        )}
        <p className={classes.scan}>{scanText}</p>
        <JoinAddress className={classes.address} />
        <p className={classes.code}>
          <span>{t('enterCode')}</span> <b translate="no">{session.code}</b>
        </p>
      </div>
    </div>
  );
}
