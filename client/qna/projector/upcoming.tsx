import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { JoinAddress } from '../../ui/join-address.js';
import { QrCode } from '../../ui/qr-code.js';
import { joinLinkOf } from '../../platform/page/join-link.js';
import { Votes } from '../question/question.js';
import { QuestionText } from '../question/question-words.js';
import classes from './upcoming.module.css';
import { useReordering } from '../../ui/stage/use-reordering.js';
import { useScanText } from './use-scan-text.js';
import { useSettledOrder } from '../../ui/stage/use-settled-order.js';

/** As many as could fit when all are short; those that do not fit are left out whole. */
const MOST = 6;

type UpcomingProps = {
  session: QnaSessionView;
  upcoming: readonly PublicInquiry[];
  /** The code stands here while a question takes the stage. */
  withCode: boolean;
};

export function Upcoming({ session, upcoming, withCode }: UpcomingProps) {
  const t = useT('qna/projector');
  const scanText = useScanText(session);
  const top = upcoming.slice(0, MOST);
  const order = useSettledOrder(top.map(({ id }) => id));
  const list = useReordering(order);
  const shown = order.flatMap((id) => top.find((inquiry) => inquiry.id === id) ?? []);
  return (
    <aside className={classes.aside} aria-label={t('upcoming')}>
      <h2 className={classes.heading}>{t('upcoming')}</h2>
      {shown.length > 0 ? (
        <ol ref={list} className={classes.list}>
          {shown.map((inquiry) => (
            <Row key={inquiry.id} inquiry={inquiry} />
          ))}
        </ol>
      ) : (
        <p className={classes.none}>{t('noUpcoming')}</p>
      )}
      {withCode && (
        <div className={classes.join}>
          <JoinAddress className={classes.address} />
          <QrCode value={joinLinkOf(session.code)} label={t('qr')} width="calc(168 * var(--u))" />
          <p className={classes.scan}>
            {t('enterCode')}
            <b className={classes.code} translate="no">
              {session.code}
            </b>
            {scanText}
          </p>
        </div>
      )}
    </aside>
  );
}

function Row({ inquiry }: { inquiry: PublicInquiry }) {
  return (
    <li className={classes.row} data-key={inquiry.id}>
      <Votes count={inquiry.votes} look="upcoming" />
      <QuestionText look="upcoming">{inquiry.text}</QuestionText>
    </li>
  );
}
