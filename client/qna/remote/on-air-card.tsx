import { IconMicrophone, IconMicrophoneOff, IconPlus, IconPresentation } from '@tabler/icons-react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Chip } from '../../ui/data/chip.js';
import { AnswerClock } from '../answer-clock/answer-clock.js';
import { Question } from '../question/question.js';
import classes from './on-air-card.module.css';
import type { Remote } from './use-remote.js';

type OnAirCardProps = { session: QnaSessionView; current: PublicInquiry | null; remote: Remote };

/** What is being answered, and what the room sees of it. */
export function OnAirCard({ session, current, remote }: OnAirCardProps) {
  const t = useT('qna/remote');
  const { durationUsed } = useFormat();
  const { now, projection } = session.live;
  const shown = projection.blackout ? 'black' : projectedOf(projection.inquiryId, current);
  return (
    <section className={classes.card} data-now={current ? '' : undefined} aria-label={t('onAir')}>
      <div className={classes.head}>
        <Chip kind={current ? 'amber' : 'plain'} icon={current ? <IconMicrophone /> : <IconMicrophoneOff />}>
          {current ? t('onAir') : t('nothingOnAir')}
        </Chip>
        {now && <AnswerClock now={now} seconds={session.answerSeconds} />}
      </div>
      {current ? (
        <Question question={current} look="air" />
      ) : (
        <p className={classes.none}>{t('nothingText')}</p>
      )}
      {now && session.answerSeconds !== null && (
        <div className={classes.more} role="group" aria-label={t('moreTime')}>
          {[30, 60].map((seconds) => (
            <button
              key={seconds}
              type="button"
              className={classes.follow}
              onClick={() => remote.addSeconds(seconds)}
            >
              <IconPlus aria-hidden="true" />
              {durationUsed(seconds * 1000)}
            </button>
          ))}
        </div>
      )}
      <div className={classes.projector}>
        <p className={classes.facts}>
          <IconPresentation aria-hidden="true" />
          {t(`projects.${shown}`)}
        </p>
        {(shown === 'other' || shown === 'black') && (
          <button type="button" className={classes.follow} onClick={remote.showOnAir}>
            {current ? t('projectThis') : t('projectCode')}
          </button>
        )}
      </div>
    </section>
  );
}

/** `follows`: what is on air; `code` while nothing is; `other`: a question chosen by hand. */
function projectedOf(projectedId: string | null, current: PublicInquiry | null) {
  if (projectedId !== null && projectedId !== current?.id) return 'other' as const;
  return current ? ('follows' as const) : ('code' as const);
}
