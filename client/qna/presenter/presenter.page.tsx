import { IconTextDecrease, IconTextIncrease } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useParams } from 'react-router';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { useShortcut } from '../../platform/page/shortcuts.js';
import { ConnectionBanner } from '../../ui/layout/connection-banner.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { AnswerClock } from '../answer-clock/answer-clock.js';
import { SessionGate } from '../gate/session-gate.js';
import { joinAddress } from '../../platform/page/join-link.js';
import { useLeave } from '../room/leave.js';
import { upcomingOf } from '../projector/projector.rules.js';
import { useQnaRoom } from '../room/qna.live.js';
import { useRoomQuestions } from '../room/room-questions.js';
import { AnswererNote } from './answerer-note.js';
import { CurrentQuestion } from './current-question.js';
import { NextQuestions } from './next-questions.js';
import classes from './presenter.module.css';
import { TEXT_SCALES, useTextScale } from '../../ui/stage/text-scale.js';

export function Component() {
  const { id = '' } = useParams();
  return (
    <SessionGate key={id} sessionId={id}>
      {(session) => <Presenter session={session} />}
    </SessionGate>
  );
}

/** For the speaker: the question to answer, to be read from a lectern, its time, and what comes after it. */
function Presenter({ session }: { session: QnaSessionView }) {
  const t = useT('qna/presenter');
  usePageTitle(t('title', { title: session.title }));
  const [scale, stepScale] = useTextScale();
  const { now, nextId } = session.live;
  const nowId = now?.inquiryId ?? null;
  const questions = useRoomQuestions(session.id, [nowId]);
  const leave = useLeave(session.id);
  useQnaRoom(session.id, { onTick: questions.onTick, onLeft: leave });
  const upcoming = questions.open && upcomingOf(questions.open, { nextId, shown: [nowId] });
  const style: CSSProperties & Record<'--scale', number> = { '--scale': scale / 100 };
  return (
    <div className={classes.presenter} style={style}>
      <header className={classes.header}>
        <div className={classes.about}>
          <h1 className={classes.title}>{session.title}</h1>
          <p className={classes.join} translate="no">
            {joinAddress()} <b>{session.code}</b>
          </p>
        </div>
        <TextSize scale={scale} onStep={stepScale} />
      </header>
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={classes.main}>
        <div className={classes.current}>
          {now && <AnswerClock now={now} seconds={session.answerSeconds} size="lg" />}
          <CurrentQuestion
            question={questions.find(nowId)}
            isLooking={questions.loading || questions.open === undefined}
            answeredBy={now?.answeredBy ?? ''}
          />
          {session.can.desk !== null && nowId !== null && (
            <AnswererNote sessionId={session.id} inquiryId={nowId} />
          )}
        </div>
        <NextQuestions upcoming={upcoming} nextId={nextId} />
      </main>
    </div>
  );
}

function TextSize({ scale, onStep }: { scale: number; onStep: (by: 1 | -1) => void }) {
  const t = useT('qna/presenter');
  const smaller = () => onStep(-1);
  const larger = () => onStep(1);
  useShortcut({ keys: '-', label: t('smaller'), run: smaller });
  useShortcut({ keys: '+', label: t('larger'), run: larger });
  return (
    <div className={classes.sizes} role="group" aria-label={t('size')}>
      <IconButton
        outline
        icon={<IconTextDecrease />}
        label={t('smaller')}
        aria-disabled={scale === TEXT_SCALES[0]}
        onClick={smaller}
      />
      <span className={`${classes.scale} num`} role="status" translate="no">
        {t('percent', { value: scale })}
      </span>
      <IconButton
        outline
        icon={<IconTextIncrease />}
        label={t('larger')}
        aria-disabled={scale === TEXT_SCALES.at(-1)}
        onClick={larger}
      />
    </div>
  );
}
