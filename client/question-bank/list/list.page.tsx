import { useMediaQuery } from '@mantine/hooks';
import { IconDatabase, IconFileImport, IconPlus, IconSearchOff, IconTag } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Pagination } from '../../ui/data/pagination.js';
import { Panel } from '../../ui/layout/panel.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { useBankCounts, useQuestionList } from '../question/question.api.js';
import { SampleFiles } from '../question/sample-files.js';
import { isFiltered, useBankAddress } from './bank-address.js';
import { useBankSelection, type BankPicks } from './bank-selection.js';
import { BulkPanel } from './bulk-panel.js';
import { ChangeNotice } from './change-notice.js';
import { BankFilters } from './bank-filters.js';
import classes from './list.page.module.css';
import { QuestionTable, SIDE_BY_SIDE } from './question-table.js';
import { SelectionBar } from './selection-bar.js';
import { SideFrame, SideQuestion } from './side-question.js';
import { TopicsDialog } from './topics-dialog.js';
import { useBulkActions } from './use-bulk-actions.js';

export function Component() {
  const t = useT('question-bank');
  const address = useBankAddress();
  const picks = useBankSelection(address.filter, address.changesAll);
  const actions = useBulkActions(picks, address.filter);
  const [editing, setEditing] = useState(address.changesAll);
  const isWide = useMediaQuery(SIDE_BY_SIDE) ?? false;
  const isEditing = editing && !picks.isEmpty;
  const hasSide = address.openId !== null || (isEditing && isWide);
  const stop = () => setEditing(false);
  const list = useQuestionList(address.filter, address.cursor);
  const [rows, total] = [list.data?.items ?? [], list.data?.total ?? 0];
  const title = t('bulk.title', { count: picks.count(total) });
  const panel = isEditing ? <BulkPanel selection={picks.chosen()} actions={actions} onDone={stop} /> : null;
  return (
    <>
      <Header />
      <ChangeNotice actions={actions} />
      <div className={classes.grid} data-open={hasSide || undefined}>
        <Panel kind="flush" className={classes.list}>
          <BankFilters
            filter={address.filter}
            onChange={(change) => {
              picks.clear();
              address.setFilter(change);
            }}
          />
          <SelectionBar
            picks={picks}
            page={rows}
            total={total}
            actions={actions}
            onEdit={() => setEditing(true)}
          />
          <List address={address} picks={picks} list={list} />
        </Panel>
        <Side address={address} title={title} panel={isWide ? panel : null} onClose={stop} />
      </div>
      {!isWide && (
        <Sheet open={isEditing} onClose={stop} title={title}>
          {panel}
        </Sheet>
      )}
    </>
  );
}

type SideProps = {
  address: ReturnType<typeof useBankAddress>;
  title: string;
  /** The panel for many questions comes before the one for one. */
  panel: ReactNode;
  onClose: () => void;
};

function Side({ address, title, panel, onClose }: SideProps) {
  if (panel !== null)
    return (
      <SideFrame title={title} onClose={onClose}>
        {panel}
      </SideFrame>
    );
  if (address.openId === null) return null;
  return <SideQuestion id={address.openId} onClose={() => address.setOpen(null)} />;
}

function Header() {
  const t = useT('question-bank');
  const { number } = useFormat();
  const counts = useBankCounts();
  const [topicsOpen, setTopicsOpen] = useState(false);
  const subtitle = counts.data
    ? t('list.counts', {
        all: t('list.allCount', { count: counts.data.all, number: number(counts.data.all) }),
        drafts: t('list.draftCount', { count: counts.data.drafts, number: number(counts.data.drafts) }),
      })
    : ' ';
  return (
    <>
      <PageHeader
        title={t('list.title')}
        subtitle={subtitle}
        actions={
          <>
            <Button icon={<IconTag aria-hidden="true" />} onClick={() => setTopicsOpen(true)}>
              {t('act.topics')}
            </Button>
            <SampleFiles />
            <ButtonLink to="/organise/questions/import" icon={<IconFileImport aria-hidden="true" />}>
              {t('act.import')}
            </ButtonLink>
            <ButtonLink to="/organise/questions/new" kind="primary" icon={<IconPlus aria-hidden="true" />}>
              {t('act.write')}
            </ButtonLink>
          </>
        }
      />
      <TopicsDialog open={topicsOpen} onClose={() => setTopicsOpen(false)} />
    </>
  );
}

type ListProps = {
  address: ReturnType<typeof useBankAddress>;
  picks: BankPicks;
  list: ReturnType<typeof useQuestionList>;
};

function List({ address, picks, list }: ListProps) {
  const t = useT('question-bank');
  const { cursor, skipped, openId, setOpen } = address;
  const turn = usePageTurns(address);
  return (
    <QueryStates
      query={list}
      texts="question-bank"
      failed={t('list.failed')}
      loading={
        <div className={classes.bones}>
          <RowBones rows={8} />
        </div>
      }
      empty={({ items }) => items.length === 0 && <Nothing address={address} />}
    >
      {({ items, next, total }) => (
        <div data-stale={list.isPlaceholderData || undefined} className={classes.rows}>
          <QuestionTable rows={items} picks={picks} openId={openId} onOpen={setOpen} />
          <Pagination
            label={t('list.pages')}
            from={skipped + 1}
            to={skipped + items.length}
            total={total}
            onPrevious={cursor === '' ? null : turn.back}
            onNext={next === null ? null : () => turn.on(next, items.length)}
          />
        </div>
      )}
    </QueryStates>
  );
}

function Nothing({ address }: { address: ReturnType<typeof useBankAddress> }) {
  const t = useT('question-bank');
  if (isFiltered(address.filter)) {
    const clear = () =>
      address.setFilter({ q: '', topics: [], levels: [], types: [], states: [], import: '' });
    return (
      <EmptyState
        icon={<IconSearchOff />}
        title={t('list.noMatch')}
        action={<Button onClick={clear}>{t('list.clearFilters')}</Button>}
      >
        {t('list.noMatchText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconDatabase />}
      title={t('list.empty')}
      action={
        <ButtonLink to="/organise/questions/import" icon={<IconFileImport aria-hidden="true" />}>
          {t('act.import')}
        </ButtonLink>
      }
    >
      {t('list.emptyText')}
    </EmptyState>
  );
}

/** Cursors only lead on; the way back is remembered while the page is open, otherwise it leads to the start. */
function usePageTurns({ cursor, skipped, setPlace }: ReturnType<typeof useBankAddress>) {
  const before = useRef(new Map<string, { cursor: string; skipped: number }>());
  return {
    on: (next: string, shown: number) => {
      before.current.set(next, { cursor, skipped });
      setPlace(next, skipped + shown);
    },
    back: () => {
      const place = before.current.get(cursor);
      if (place) setPlace(place.cursor, place.skipped);
      else setPlace('', 0);
    },
  };
}
