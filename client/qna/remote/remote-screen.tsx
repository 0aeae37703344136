import { IconQrcode } from '@tabler/icons-react';
import { useState } from 'react';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { ConnectionBanner } from '../../ui/layout/connection-banner.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { JoinCode } from '../../ui/join-code.js';
import { upcomingOf } from '../projector/projector.rules.js';
import type { RoomQuestions } from '../room/room-questions.js';
import { OnAirCard } from './on-air-card.js';
import { QueueList } from './queue-list.js';
import { RemoteKeys } from './remote-keys.js';
import { RoomSwitches } from './room-switches.js';
import classes from './remote.module.css';
import type { Remote } from './use-remote.js';

type RemoteScreenProps = {
  session: QnaSessionView;
  questions: RoomQuestions;
  remote: Remote;
  /** Whether ticks arrive. */
  isLive: boolean;
};

/** For one thumb: what is on air above, the queue to choose from in the middle, the large buttons at the foot. */
export function RemoteScreen({ session, questions, remote, isLive }: RemoteScreenProps) {
  const t = useT('qna/remote');
  const { number } = useFormat();
  const [showsCode, setShowsCode] = useState(false);
  const { now, nextId, present } = session.live;
  const current = questions.find(now?.inquiryId ?? null);
  const queue = upcomingOf(questions.open ?? [], { nextId, shown: [now?.inquiryId ?? null] });
  return (
    <div className={classes.remote}>
      <header className={classes.header}>
        <div className={classes.about}>
          <h1 className={classes.title}>{session.title}</h1>
          <p className={classes.state}>
            <span className={classes.dot} data-live={isLive || undefined} aria-hidden="true" />
            {isLive ? t('present', { count: present, shown: number(present) }) : t('joining')}
          </p>
        </div>
        <IconButton outline icon={<IconQrcode />} label={t('code')} onClick={() => setShowsCode(true)} />
      </header>
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={classes.main}>
        <OnAirCard session={session} current={current} remote={remote} />
        <RoomSwitches session={session} remote={remote} />
        <QueueList session={session} queue={queue} questions={questions} remote={remote} />
      </main>
      <RemoteKeys current={current} next={queue[0] ?? null} remote={remote} />
      <Sheet open={showsCode} onClose={() => setShowsCode(false)} title={t('code')} size="sm">
        <JoinCode code={session.code} />
      </Sheet>
    </div>
  );
}
