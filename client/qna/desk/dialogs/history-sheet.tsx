import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { Chip } from '../../../ui/data/chip.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { ErrorState } from '../../../ui/feedback/error-state.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { Loading, RowBones } from '../../../ui/feedback/skeletons.js';
import { useMoveHistory, type MoveEntry } from '../state/desk.api.js';
import { useDesk } from '../state/desk-context.js';
import { useDeskFailure } from '../state/desk-failure.js';
import { kindText } from '../state/move-words.js';
import classes from './dialogs.module.css';

/** Everything that was done at this desk, newest first; each can be taken back while nothing else happened since. */
export function HistorySheet() {
  const t = useT('qna/desk');
  const { actions } = useDesk();
  return (
    <Sheet open size="lg" title={t('history.title')} onClose={actions.close}>
      <History />
    </Sheet>
  );
}

function History() {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const { session } = useDesk();
  const { data, isError, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useMoveHistory(session.id);
  if (isError)
    return (
      <ErrorState title={t('history.failed')} onRetry={() => void refetch()} retrying={isFetching}>
        {explain(error)}
      </ErrorState>
    );
  if (!data)
    return (
      <Loading onRetry={() => void refetch()}>
        <RowBones rows={5} />
      </Loading>
    );
  const entries = data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <EmptyState icon={<IconHistory />} title={t('history.empty')} />;
  return (
    <>
      <ol className={classes.list}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} onUndone={() => void refetch()} />
        ))}
      </ol>
      {hasNextPage && (
        <Button
          block
          busy={isFetchingNextPage}
          busyText={t('history.loading')}
          onClick={() => void fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      )}
    </>
  );
}

function Entry({ entry, onUndone }: { entry: MoveEntry; onUndone: () => void }) {
  const t = useT('qna/desk');
  const { timeWithSeconds } = useFormat();
  const { find, actions } = useDesk();
  const [busy, setBusy] = useState(false);
  const named = entry.inquiryIds.map(find).filter((inquiry) => inquiry !== undefined);
  // Two are kept apart from each other; of other moves the first says what they were about.
  const shown = named.slice(0, entry.kind === 'apart' ? 2 : 1);
  const undo = async () => {
    setBusy(true);
    await actions.undo(entry.id);
    setBusy(false);
    onUndone();
  };
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p>
          <strong>{kindText(t, entry)}</strong>
          <span className={classes.who}>
            {entry.actor}
            {', '}
            <time className="num" dateTime={entry.at} translate="no">
              {timeWithSeconds(entry.at)}
            </time>
          </span>
        </p>
        {shown.map((inquiry) => (
          <p key={inquiry.id} className={classes.brief}>
            {inquiry.text}
          </p>
        ))}
      </div>
      {entry.undone ? (
        <Chip size="sm">{t('history.undone')}</Chip>
      ) : (
        <Button size="sm" busy={busy} busyText={t('history.undoing')} onClick={() => void undo()}>
          {t('history.undo')}
        </Button>
      )}
    </li>
  );
}
