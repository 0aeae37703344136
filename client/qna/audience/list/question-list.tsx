import { IconArrowUp, IconMessageCircleQuestion, IconMessageCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { InquirySort } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { QueryStates } from '../../../ui/feedback/query-states.js';
import { Bone } from '../../../ui/feedback/skeletons.js';
import { useInquiries, type InquiryShow } from '../../room/qna.api.js';
import type { QnaRoom } from '../../room/qna-room.js';
import { isBehind } from '../../room/room-tick.rules.js';
import { QuestionCard } from './question-card.js';
import classes from './question-list.module.css';
import { useSeen } from './use-seen.js';
import type { Owned } from '../device/own-news.rules.js';
import { useShownOrder } from './use-shown-order.js';

type QuestionListProps = {
  sessionId: string;
  room: QnaRoom;
  show: InquiryShow;
  sort: InquirySort;
  voting: boolean;
  /** Questions this device knows to be its own. */
  owned: Owned;
  nextId: InquiryId | null;
  /** No more questions come. */
  closed: boolean;
  /** One of one's own is not shown yet. */
  waits: boolean;
};

/** The room's questions in one order. It moves only when the reader asks for it. */
export function QuestionList(props: QuestionListProps) {
  const { sessionId, room, show, sort, voting, owned, nextId, closed, waits } = props;
  const t = useT('qna/audience');
  const query = useInquiries(sessionId, show, sort);
  // What is being answered stands in its own card.
  const listed = (query.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((inquiry) => inquiry.state !== 'answering');
  const order = useShownOrder({ listed, sort, query });
  const list = useRef<HTMLUListElement>(null);
  useSeen(
    room,
    list,
    order.items.map(({ id }) => id),
  );
  const renew = () => {
    order.renew();
    list.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <QueryStates query={query} texts="qna" failed={t('load.list')} loading={<ListBones />}>
      {(known) => (
        <>
          {(order.stale || isBehind(known)) && <OrderPill heldBack={order.heldBack} onPress={renew} />}
          {order.items.length === 0 && !query.hasNextPage && (
            <Nothing show={show} closed={closed} waits={waits} />
          )}
          <ul className={classes.list} ref={list}>
            {order.items.map((inquiry) => (
              <QuestionCard
                key={inquiry.id}
                inquiry={inquiry}
                own={owned.get(inquiry.id) ?? (inquiry.own ? 'asked' : null)}
                voting={voting && inquiry.state !== 'answered'}
                isNext={inquiry.id === nextId}
                onVote={(id, up) => room.vote(id, up)}
              />
            ))}
          </ul>
          <More query={query} />
        </>
      )}
    </QueryStates>
  );
}

function OrderPill({ heldBack, onPress }: { heldBack: number; onPress: () => void }) {
  const t = useT('qna/audience');
  const { number } = useFormat();
  return (
    <div className={classes.pillPlace}>
      <button type="button" className={classes.pill} onClick={onPress}>
        <IconArrowUp aria-hidden="true" />
        {heldBack > 0 ? t('order.fresh', { count: heldBack, shown: number(heldBack) }) : t('order.stale')}
      </button>
    </div>
  );
}

function Nothing({ show, closed, waits }: { show: InquiryShow; closed: boolean; waits: boolean }) {
  const t = useT('qna/audience');
  const title = show === 'open' && (closed ? 'closed' : waits && 'own');
  const icon = show === 'open' ? <IconMessageCircleQuestion /> : <IconMessageCheck />;
  return (
    <EmptyState icon={icon} title={t(`empty.${title || show}`)}>
      {!closed && t(`empty.${show}Text`)}
    </EmptyState>
  );
}

type ListQuery = ReturnType<typeof useInquiries>;

function ListBones() {
  return (
    <div className={classes.list}>
      {[1, 2, 3, 4].map((row) => (
        <Bone key={row} height={112} />
      ))}
    </div>
  );
}

/** The next page comes by itself as the end comes near; the button is for keyboards and for a fetch that failed. */
function More({ query }: { query: ListQuery }) {
  const t = useT('qna/audience');
  const place = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const goesOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    const end = place.current;
    if (!end || !goesOn) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && void fetchNextPage(),
      { rootMargin: '600px' },
    );
    observer.observe(end);
    return () => observer.disconnect();
  }, [goesOn, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={place} className={classes.more}>
      <Button busy={isFetchingNextPage} busyText={t('load.loadingMore')} onClick={() => void fetchNextPage()}>
        {t('load.more')}
      </Button>
    </div>
  );
}
