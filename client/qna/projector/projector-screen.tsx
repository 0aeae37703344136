import { useState } from 'react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { LogoMark } from '../../ui/layout/app-logo.js';
import { CrossFade } from '../../ui/stage/cross-fade.js';
import { Invitation } from './invitation.js';
import classes from './projector.module.css';
import { upcomingOf } from './projector.rules.js';
import { QuestionFace } from './question-face.js';
import { ScreenControls } from '../../ui/stage/screen-controls.js';
import { Upcoming } from './upcoming.js';

type ProjectorScreenProps = {
  session: QnaSessionView;
  isBlack: boolean;
  /** To be shown large; null for the invitation. */
  question: PublicInquiry | null;
  /** The question is not loaded yet: what was shown before stays. */
  isLooking: boolean;
  open: readonly PublicInquiry[];
};

/** One question, huge, beside what comes next and how to join. Its scheme is the room's, not the reader's. */
export function ProjectorScreen(props: ProjectorScreenProps) {
  const { session, isBlack, isLooking, open } = props;
  const t = useT('qna/projector');
  const question = useHeld(props.question, isLooking);
  const { now, nextId } = session.live;
  const upcoming = upcomingOf(open, { nextId, shown: [question?.id ?? null, now?.inquiryId ?? null] });
  const hasAside = question !== null || upcoming.length > 0;
  return (
    <div
      className={classes.screen}
      data-mantine-color-scheme={session.live.projection.dark ? 'dark' : 'light'}
      data-black={isBlack || undefined}
    >
      <main id="content" tabIndex={-1} className={classes.stage} data-alone={!hasAside || undefined}>
        {isBlack ? (
          <p className="visually-hidden">{t('blackout')}</p>
        ) : (
          <>
            <section className={classes.main}>
              <header className={classes.header}>
                <span className={classes.mark}>
                  <LogoMark size={56} />
                </span>
                <div className={classes.about}>
                  <p className={classes.title}>{session.title}</p>
                  <p className={classes.kind}>{t('kind')}</p>
                </div>
              </header>
              <CrossFade name={question?.id ?? 'invitation'}>
                {question ? (
                  <QuestionFace question={question} live={session.live} />
                ) : (
                  <Invitation session={session} />
                )}
              </CrossFade>
            </section>
            {hasAside && <Upcoming session={session} upcoming={upcoming} withCode={question !== null} />}
          </>
        )}
        <ScreenControls />
      </main>
    </div>
  );
}

/** The last question as long as the wanted one is being looked for, so that nothing flickers in between. */
function useHeld(question: PublicInquiry | null, isLooking: boolean): PublicInquiry | null {
  const [last, setLast] = useState(question);
  const held = question === null && isLooking ? last : question;
  if (held !== last) setLast(held);
  return held;
}
