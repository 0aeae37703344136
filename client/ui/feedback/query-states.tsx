import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ApiFailure } from '../../platform/api/api-failure.js';
import { useConnection } from '../../platform/api/connection.js';
import { useFailureText } from '../../platform/api/errors.js';
import { sessionQuery, useSession } from '../../platform/api/session.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { ToSignIn } from '../../platform/page/to-sign-in.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../form/button.js';
import { Banner } from './banner.js';
import { ErrorState } from './error-state.js';
import { OfflineState } from './offline-state.js';
import classes from './query-states.module.css';
import { refusalOf, standingOf, type Standing } from './query-states.rules.js';
import { ForbiddenState, MissingState } from './refusal-states.js';
import { Loading } from './skeletons.js';

/** As much of a query as its states are drawn from. */
type Query<Data> = {
  data: Data | undefined;
  error: unknown;
  isFetching: boolean;
  refetch: () => unknown;
  isFetchNextPageError?: boolean;
  fetchNextPage?: () => unknown;
};

type QueryStatesProps<Data> = {
  query: Query<Data>;
  /** Whose texts explain failures: a namespace or several. */
  texts: string | readonly string[];
  /** What could not be done: “Chưa tải được bảng xếp hạng”. */
  failed: string;
  /** What is safe all the same. */
  safe?: string;
  /** Skeletons in the shape of what comes. */
  loading: ReactNode;
  /** In place of the content, where there is nothing in it. */
  empty?: (data: Data) => ReactNode;
  /** By code: failures that are ordinary answers here, and what stands in place of the content then. */
  answers?: Readonly<Record<string, (failure: ApiFailure) => ReactNode>>;
  /** The way in for who is not signed in and is shown nothing here; without one it is to sign in. */
  entrance?: ReactNode;
  /** Whatever surrounds what stands in place of the content. */
  frame?: (instead: ReactNode, standing: Standing) => ReactNode;
  /** The page is about this: what is missing or forbidden is the page. */
  page?: boolean;
  /** Says nothing of content that may be old, where the screen does so itself. */
  quiet?: boolean;
  children: (data: Data) => ReactNode;
};

/**
 * A query on screen: its content, or what stands in its place while it loads, is empty, failed, missing, forbidden or out
 * of reach. What was loaded stays while a refetch fails, with a line that says so; a refusal takes it away.
 */
export function QueryStates<Data>(props: QueryStatesProps<Data>) {
  const { query, answers, frame = same } = props;
  const { data, error } = query;
  const isOffline = useConnection() === 'offline';
  const answer = error instanceof ApiFailure ? answers?.[error.code]?.(error) : undefined;
  const standing = standingOf({ hasData: data !== undefined, failure: codeOf(error), isOffline });
  if (answer !== undefined) return frame(answer, standing);
  if (data !== undefined && standing !== 'missing' && standing !== 'forbidden')
    return <Content {...props} data={data} standing={standing} />;
  return frame(<Instead {...props} standing={standing} />, standing);
}

const same = (instead: ReactNode) => instead;

function codeOf(error: unknown): string | null {
  if (error instanceof ApiFailure) return error.code;
  return error ? 'internal' : null;
}

/** The content keeps its place among its neighbours: what somebody wrote in it survives a failure beside it. */
function Content<Data>(props: QueryStatesProps<Data> & { data: Data; standing: Standing }) {
  const { query, data, standing, empty, quiet = false, children } = props;
  const old = standing === 'stale' && !quiet && <OldLine query={query} />;
  const isOver = standing === 'signed-out';
  return (
    <>
      {isOver && <Refused standing={standing} failed={<OldLine query={query} />} />}
      {!query.isFetchNextPageError && old}
      {empty?.(data) || children(data)}
      {query.isFetchNextPageError && old}
    </>
  );
}

/** What stands in place of the content. */
function Instead<Data>(props: QueryStatesProps<Data> & { standing: Standing }) {
  const { query, standing, page = false } = props;
  const retry = () => void query.refetch();
  const waiting = <Loading onRetry={retry}>{props.loading}</Loading>;
  switch (standing) {
    case 'offline':
      return (
        <>
          {page && <TabName name={props.failed} />}
          <OfflineState onRetry={retry} retrying={query.isFetching} headingLevel={page ? 1 : undefined} />
        </>
      );
    case 'failed':
      return (
        <>
          {page && <TabName name={props.failed} />}
          <Failed {...props} />
        </>
      );
    case 'forbidden':
      return <ForbiddenState page={page} />;
    case 'missing':
    case 'signed-out':
      return (
        <Refused
          standing={standing}
          meanwhile={waiting}
          // Of a part of it the page decides who comes in.
          entrance={props.entrance ?? (page ? <ToSignIn /> : <MissingState />)}
          missing={<MissingState page={page} />}
          failed={<Failed {...props} />}
        />
      );
    default:
      return waiting;
  }
}

/** A page that could not be drawn still says in its tab what it is. */
function TabName({ name }: { name: string }): null {
  usePageTitle(name);
  return null;
}

function Failed<Data>({ query, texts, failed, safe, page }: QueryStatesProps<Data>) {
  const explain = useFailureText(...[texts].flat());
  return (
    <ErrorState
      title={failed}
      icon={isUnreached(query.error) ? undefined : <IconAlertTriangle />}
      headingLevel={page ? 1 : undefined}
      onRetry={() => void query.refetch()}
      retrying={query.isFetching}
    >
      {[explain(query.error), safe].filter(Boolean).join(' ')}
    </ErrorState>
  );
}

/** The plug is for what did not get through; what the server refused has another sign. */
const isUnreached = (error: unknown): boolean =>
  error instanceof ApiFailure && ['network', 'unavailable', 'busy'].includes(error.code);

/** That the content above or below may be old, or is only the first part, and the way to the rest. */
function OldLine<Data>({ query }: { query: Query<Data> }) {
  const t = useT('ui');
  const { isFetchNextPageError: isPart = false } = query;
  const retry = () => void (isPart && query.fetchNextPage ? query.fetchNextPage() : query.refetch());
  return (
    <div className={classes.line}>
      <Banner
        tone="warning"
        role="status"
        action={
          <Button
            size="sm"
            icon={<IconRefresh />}
            busy={query.isFetching}
            busyText={t('retrying')}
            onClick={retry}
          >
            {t('retry')}
          </Button>
        }
      >
        {t(isPart ? 'old.part' : 'old.all')}
      </Banner>
    </div>
  );
}

type RefusedProps = {
  standing: 'missing' | 'signed-out';
  meanwhile?: ReactNode;
  entrance?: ReactNode;
  missing?: ReactNode;
  failed: ReactNode;
};

function Refused({ standing, meanwhile, entrance, missing, failed }: RefusedProps) {
  const { member } = useSession();
  const [wasMember] = useState(member !== null);
  const { data, isFetchedAfterMount } = useQuery({
    ...sessionQuery,
    refetchOnMount: 'always',
    enabled: wasMember,
  });
  const isMember = isFetchedAfterMount ? data?.member != null : null;
  switch (refusalOf({ standing, wasMember, isMember })) {
    case 'asking':
      return meanwhile;
    case 'sign-in':
      return <ToSignIn />;
    case 'entrance':
      return entrance;
    case 'missing':
      return missing;
    case 'failed':
      return failed;
  }
}
