import { IconCalendarEvent, IconCircleCheck, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { QnaSessionView } from '../../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { useServerNow } from '../../../platform/time/server-time.js';
import { ButtonLink } from '../../../ui/form/button.js';
import type { QnaRoom } from '../../room/qna-room.js';
import { useSessionTime } from '../../room/session-time.js';
import { askingOf } from './asking.rules.js';
import classes from './asking-place.module.css';
import { Composer } from './composer.js';
import type { Owned } from '../device/own-news.rules.js';
import type { OwnQuestions } from './use-own-questions.js';

type AskingPlaceProps = {
  session: QnaSessionView;
  room: QnaRoom;
  own: OwnQuestions;
  owned: Owned;
};

/** The composer, or one line that says why there is none. */
export function AskingPlace({ session, room, own, owned }: AskingPlaceProps) {
  const t = useT('qna/audience');
  const when = useSessionTime();
  const { number } = useFormat();
  const asking = askingOf({
    session,
    own: own.query.data,
    waiting: own.pending.length,
    now: useServerNow(),
  });
  switch (asking.kind) {
    case 'open':
    case 'wait':
      return <Composer session={session} room={room} own={own} owned={owned} asking={asking} />;
    case 'upcoming':
      return <Line icon={<IconCalendarEvent />}>{t('closed.upcoming', { time: when(session) })}</Line>;
    case 'closed':
      return <Line icon={<IconLock />}>{t(asking.voting ? 'closed.voting' : 'closed.all')}</Line>;
    case 'enough':
      return (
        <Line icon={<IconCircleCheck />}>
          {t('closed.enough', { count: asking.allowed, shown: number(asking.allowed) })}
        </Line>
      );
    case 'ended':
      return (
        <Line
          icon={<IconCircleCheck />}
          action={
            <ButtonLink size="sm" to={`/qna/${session.id}/ledger`}>
              {t('ledger')}
            </ButtonLink>
          }
        >
          {t('closed.ended')}
        </Line>
      );
  }
}

type LineProps = { icon: ReactNode; action?: ReactNode; children: ReactNode };

function Line({ icon, action, children }: LineProps) {
  return (
    <div className={classes.line} role="status">
      {icon}
      <span>{children}</span>
      {action}
    </div>
  );
}
