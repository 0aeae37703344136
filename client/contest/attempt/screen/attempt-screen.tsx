import { IconSend } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import { useT } from '../../../platform/text/i18n.js';
import { useSession } from '../../../platform/api/session.js';
import { usePageTitle } from '../../../platform/page/page-title.js';
import { Button } from '../../../ui/form/button.js';
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.js';
import { ProgressBar } from '../../../ui/feedback/progress-bar.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { keyCount } from '../session/answers.rules.js';
import { AttemptFooter } from './attempt-footer.js';
import { AttemptHeader } from './attempt-header.js';
import { AttemptNotices, RetryNote } from './attempt-notices.js';
import classes from './attempt-screen.module.css';
import { AttemptSide } from './attempt-side.js';
import { cellsOf, countsOf, resumePosition, type ShownQuestion } from '../session/paper.rules.js';
import { loadWrittenAnswer, QuestionCard } from '../answer/question-card.js';
import { QuestionNavigator } from './question-navigator.js';
import { useAttemptShortcuts } from './use-attempt-shortcuts.js';
import type { Attempt } from '../session/use-attempt.js';
import { useSwipe } from './use-swipe.js';

const loadDialog = () => import('./submit-dialog.js');
const loadEnding = () => import('./attempt-ending.js');
const SubmitDialog = lazy(() => loadDialog().then((file) => ({ default: file.SubmitDialog })));
const AttemptEnding = lazy(() => loadEnding().then((file) => ({ default: file.AttemptEnding })));
/** Only for who goes on after another device had not sent everything. */
const OfferSheet = lazy(() => import('./offer-sheet.js').then((file) => ({ default: file.OfferSheet })));

/** After the last answer, before the page is kept with it. */
const KEPT_AFTER_MS = 1_000;

/** What is needed later is fetched as soon as the page can be used, and kept: then there may be no network. */
function useKeptAhead({ view, questions }: Attempt): void {
  const session = useSession();
  useEffect(() => {
    const timer = setTimeout(() => void keep().catch(() => undefined), KEPT_AFTER_MS);
    return () => clearTimeout(timer);
    async function keep(): Promise<void> {
      const { keepPage } = await import('../session/kept-page.js');
      await Promise.all([loadDialog(), loadEnding(), loadWrittenAnswer()]);
      await keepPage(session, view, questions);
    }
  }, [session, view, questions]);
}

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
  const [hasAsked, setHasAsked] = useState(false);
  const main = useRef<HTMLElement>(null);
  const cells = cellsOf(attempt.questions, position);
  const counts = countsOf(cells);
  const isEnding = phase === 'leaving' || phase === 'closing' || phase === 'over';
  const mayWrite = phase === 'answering';
  const openSubmit = () => {
    session.flush();
    setHasAsked(true);
    setLayer('submit');
  };
  const goAndClose = (next: number) => {
    setLayer(null);
    onGo(next);
  };
  useKeptAhead(attempt);
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
          <Suspense>
            <AttemptEnding attempt={attempt} />
          </Suspense>
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
      <Suspense>
        {hasAsked && (
          <SubmitDialog
            attempt={attempt}
            open={layer === 'submit' && mayWrite}
            position={position}
            counts={counts}
            onClose={() => setLayer(null)}
            onGo={goAndClose}
            onSubmit={() => {
              setLayer(null);
              void session.submit();
            }}
          />
        )}
      </Suspense>
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

/** Asks before another page is opened, but only while something is unsent; signing in is the way to send it. */
function LeaveDialog({ unsent, attemptId }: { unsent: number; attemptId: string }) {
  const t = useT('contest/attempt');
  const blocker = useBlocker(
    ({ nextLocation: { pathname } }) =>
      unsent > 0 && pathname !== '/sign-in' && !pathname.startsWith(`/attempts/${attemptId}`),
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
