import { lazy, Suspense, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import type { AskedReceipt, PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { ParticipantId, QnaSessionId, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { i18n, useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { Removed } from '../gate/removed.js';
import { useLeave } from '../room/leave.js';
import { useInquiries, useQnaSession } from '../room/qna.api.js';
import { useQnaRoom } from '../room/qna.live.js';
import { AskingPlace } from './asking/asking-place.js';
import { NowCard } from './now-card.js';
import { newsOf, ownedOf } from './device/own-news.rules.js';
import classes from './qna-panel.module.css';
import { QuestionList } from './list/question-list.js';
import { useOwnQuestions } from './asking/use-own-questions.js';
import { measureFoot } from './page-foot.js';
import { useWithdrawal } from './asking/use-withdrawal.js';
import { useView, ViewTabs } from './list/view-tabs.js';

/** After the first load, but before anybody asks for it: without a network it could not be fetched any more. */
const loadOwn = async () => {
  const words = i18n.loadNamespaces('qna/audience/own');
  const { OwnList, SessionAbout } = await import('./own/own-list.js');
  await words;
  return { OwnList, SessionAbout };
};
const OwnList = lazy(async () => ({ default: (await loadOwn()).OwnList }));
const SessionAbout = lazy(async () => ({ default: (await loadOwn()).SessionAbout }));

type QnaPanelProps = {
  sessionId: string;
  /** Instead of the panel for who is neither signed in nor a guest: only the page around it knows the way in. */
  entrance?: ReactNode;
};

/** A question session as its audience sees it. Needs nothing but the id, so that a room or a club can hold it. */
export function QnaPanel({ sessionId, entrance }: QnaPanelProps) {
  const t = useT('qna/audience');
  const bones = (
    <div className={classes.bones}>
      <Bone height={120} />
      <Bone height={52} />
      {[1, 2, 3].map((row) => (
        <Bone key={row} height={112} />
      ))}
    </div>
  );
  return (
    <QueryStates
      query={useQnaSession(sessionId)}
      texts="qna"
      failed={t('load.session')}
      loading={bones}
      answers={{ 'qna.removed': () => <Removed /> }}
      // A session one is not let into does not exist; whoever is nobody yet, or any more, may still be let in.
      entrance={entrance}
    >
      {(session) => (
        <Suspense fallback={<Loading>{bones}</Loading>}>
          {session.me ? (
            <OpenPanel key={`${session.id} ${session.me.id}`} session={session} personId={session.me.id} />
          ) : (
            <Loading>{bones}</Loading>
          )}
        </Suspense>
      )}
    </QueryStates>
  );
}

function OpenPanel({ session, personId }: { session: QnaSessionView; personId: ParticipantId }) {
  const own = useOwnQuestions({ sessionId: session.id, personId }, useReceipt());
  const tellNews = useOwnNews();
  const { room } = useQnaRoom(session.id, {
    onOwnMoved: (inquiry, before) => {
      const news = newsOf(before, inquiry);
      if (news) tellNews(news, inquiry.number);
    },
    onLeft: useLeave(session.id),
  });
  const known = own.query.data?.items;
  const owned = useMemo(() => ownedOf(known ?? []), [known]);
  const { keys } = own;
  // Again once the server knows more of them: it follows questions, not keys.
  useEffect(() => room.watchOwn([...keys]), [room, keys, owned.size]);
  useEffect(() => void loadOwn(), []);
  const withdrawal = useWithdrawal(session.id, {
    onDone: own.device.tell,
    onTooLate: (text) => own.device.keepDraft(text),
  });
  const { view, setView } = useView();
  const { live } = session;
  const mayVote = session.guestsVote || session.me?.kind === 'member';
  return (
    <div className={classes.panel}>
      <div className={classes.now}>
        {(session.description || !mayVote) && (
          <Suspense>
            <SessionAbout text={session.description} mayVote={mayVote} />
          </Suspense>
        )}
        <Now session={session} />
      </div>
      <section className={classes.questions}>
        <ViewTabs view={view} answered={live.counts.answered} onChange={setView} />
        {view.tab === 'own' ? (
          <Suspense>
            <OwnList
              sessionId={session.id}
              own={own}
              leaving={withdrawal.leaving}
              onWithdraw={withdrawal.withdraw}
            />
          </Suspense>
        ) : (
          <QuestionList
            key={`${view.tab} ${view.show}`}
            sessionId={session.id}
            room={room}
            show={view.show}
            sort={view.tab}
            voting={mayVote && live.voting && live.endedAt === null}
            owned={owned}
            nextId={live.nextId}
            closed={!live.accepting || live.endedAt !== null}
            waits={known?.some(({ state }) => state === 'pending') ?? false}
          />
        )}
      </section>
      <div className={classes.asking} ref={measureFoot}>
        <AskingPlace session={session} room={room} own={own} owned={owned} />
      </div>
    </div>
  );
}

function Now({ session }: { session: QnaSessionView }) {
  const { now } = session.live;
  const inquiry = useListed(session.id, now?.inquiryId ?? null);
  return now && <NowCard now={now} inquiry={inquiry} answerSeconds={session.answerSeconds} />;
}

/** A question as the list knows it, page by page until it is found: most of the time on the first. */
function useListed(sessionId: QnaSessionId, inquiryId: string | null): PublicInquiry | null {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInquiries(sessionId, 'open', 'top');
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const found = items.find(({ id }) => id === inquiryId) ?? null;
  const goesOn = inquiryId !== null && found === null && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return found;
}

function useReceipt() {
  const t = useT('qna/audience');
  return useCallback(
    ({ inquiry }: AskedReceipt) => {
      const key = inquiry.state === 'pending' ? 'receipt.pending' : 'receipt.shown';
      showDone(t(key, { number: inquiry.number }));
    },
    [t],
  );
}

function useOwnNews() {
  const t = useT('qna/audience');
  return (kind: string, nth: number) => showDone(t(`news.${kind}`, { number: nth }));
}
