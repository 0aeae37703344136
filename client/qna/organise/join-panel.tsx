import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/i18n.js';
import { Panel } from '../../ui/panel.js';
import { joinLinkOf } from '../join-link.js';
import { QrCode } from '../join-code/qr-code.js';
import classes from './side.module.css';

/** How people get in: the code to type, the square to scan, the link to send. */
export function JoinPanel({ session: { code, guestsAllowed } }: { session: QnaSessionView }) {
  const t = useT('organise');
  const link = joinLinkOf(code);
  return (
    <Panel title={t('join.title')}>
      <div className={classes.join}>
        <QrCode value={link} label={t('join.scan', { link })} width="132px" />
        <div>
          <span className={classes.label}>{t('join.code')}</span>
          <b className={`${classes.code} num`} translate="no">
            {code}
          </b>
          <a href={link} className={classes.link}>
            {link}
          </a>
        </div>
      </div>
      <p className={classes.text}>{guestsAllowed ? t('join.guests') : t('join.membersOnly')}</p>
    </Panel>
  );
}
