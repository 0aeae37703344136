import { IconSend } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import { useT } from '../../../platform/text/i18n.js';
import { usePageTitle } from '../../../platform/page/page-title.js';
import { Button } from '../../../ui/form/button.js';
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.js';
import { ProgressBar } from '../../../ui/feedback/progress-bar.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { keyCount } from '../session/answers.rules.js';
import { AttemptEnding } from './attempt-ending.js';
import { AttemptFooter } from './attempt-footer.js';
import { AttemptHeader } from './attempt-header.js';
import { AttemptNotices, RetryNote } from './attempt-notices.js';
import classes from './attempt-screen.module.css';
import { AttemptSide } from './attempt-side.js';
import { cellsOf, countsOf, resumePosition, type ShownQuestion } from '../session/paper.rules.js';
import { QuestionCard } from '../answer/question-card.js';
import { QuestionNavigator } from './question-navigator.js';
import { SubmitDialog } from './submit-dialog.js';
import { useAttemptShortcuts } from './use-attempt-shortcuts.js';
import type { Attempt } from '../session/use-attempt.js';
import { useSwipe } from './use-swipe.js';

/** Only for who goes on after another device had not sent everything. */
const OfferSheet = lazy(() =>
  import('./offer-sheet.js').then(({ OfferSheet: sheet }) => ({ default: sheet })),
);

/** One question at a time, with everything around it. */
export function AttemptScreen({ attempt }: { attempt: Attempt }) {
  const { questions, state } = attempt;
  const [position, setPosition] = useState(() => resumePosition(questions, state.record.visited));
  const question = questions.find((one) => one.position === position) ?? questions[0];
  const go = (next: number) => {
    if (!questions.some((one) => one.position === next)) return;
    attempt.session.flush();
    attempt.session.visit(next);
    setPosition(next);
  };
  return question && <Paper attempt={attempt} question={question} onGo={go} />;
}

type PaperProps = { attempt: Attempt; question: ShownQuestion; onGo: (position: number) => void };
type Layer = 'submit' | 'navigator' | 'offers' | null;

function Paper({ attempt, question, onGo }: PaperProps) {
  const t = useT('contest/attempt');
  const { view, session, state, phase } = attempt;
  const { position } = question;
  const [layer, setLayer] = useState<Layer>(null);
  const main = useRef<HTMLElement>(null);
  const cells = cellsOf(attempt.questions, position);
  const counts = countsOf(cells);
  const isEnding = phase === 'leaving' || phase === 'closing' || phase === 'over';
  const mayWrite = phase === 'answering';
  const openSubmit = () => {
    session.flush();
    setLayer('submit');
  };
  const goAndClose = (next: number) => {
    setLayer(null);
    onGo(next);
  };
  useAttemptShortcuts({ attempt, question, onGo, onSubmit: openSubmit });
  useSwipe(main, (step) => onGo(position + step));
  usePageTitle(t('pageTitle', { position, total: counts.total, round: view.roundTitle }));
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <AttemptHeader attempt={attempt} onSubmit={openSubmit} />
        <div className={classes.progress}>
          <ProgressBar
            size="sm"
            tone="now"
            value={counts.answered}
            max={counts.total}
            label={t('header.progress', { answered: counts.answered, total: counts.total })}
          />
        </div>
      </header>
      <AttemptNotices attempt={attempt} onOffers={() => setLayer('offers')} />
      <main id="content" tabIndex={-1} ref={main} className={classes.main}>
        {isEnding ? (
          <AttemptEnding attempt={attempt} />
        ) : (
          <QuestionCard attempt={attempt} question={question} />
        )}
        <AttemptSide cells={cells} counts={counts} deadlineAt={view.deadlineAt} onGo={onGo} />
        <RetryNote />
      </main>
      {!isEnding && (
        <AttemptFooter
          position={position}
          counts={counts}
          keys={keyCount(question.prompt)}
          canSubmit={mayWrite}
          onGo={onGo}
          onNavigator={() => setLayer('navigator')}
          onSubmit={openSubmit}
        />
      )}
      <Sheet
        open={layer === 'navigator' && !isEnding}
        onClose={() => setLayer(null)}
        title={t('navigator.title')}
      >
        <QuestionNavigator cells={cells} counts={counts} onGo={goAndClose} />
        <Button
          block
          kind="primary"
          size="lg"
          className={classes.submit}
          icon={<IconSend aria-hidden="true" />}
          disabled={!mayWrite}
          onClick={openSubmit}
        >
          {t('header.submit')}
        </Button>
      </Sheet>
      <SubmitDialog
        open={layer === 'submit' && mayWrite}
        position={position}
        counts={counts}
        deadlineAt={view.deadlineAt}
        onClose={() => setLayer(null)}
        onGo={goAndClose}
        onSubmit={() => {
          setLayer(null);
          void session.submit();
        }}
      />
      {view.offers.length > 0 && (
        <Suspense>
          <OfferSheet
            attempt={attempt}
            open={layer === 'offers' && mayWrite}
            onClose={() => setLayer(null)}
          />
        </Suspense>
      )}
      <LeaveDialog attemptId={view.id} unsent={state.pending.length} />
    </div>
  );
}

/** Asks before another page is opened, but only while something is unsent. */
function LeaveDialog({ unsent, attemptId }: { unsent: number; attemptId: string }) {
  const t = useT('contest/attempt');
  const blocker = useBlocker(
    ({ nextLocation }) => unsent > 0 && !nextLocation.pathname.startsWith(`/attempts/${attemptId}`),
  );
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={t('leave.title')}
      confirmText={t('leave.go')}
      onConfirm={() => blocker.proceed?.()}
      cancelText={t('leave.stay')}
      onCancel={() => blocker.reset?.()}
    >
      {t('leave.text', { count: unsent })}
    </ConfirmDialog>
  );
}
