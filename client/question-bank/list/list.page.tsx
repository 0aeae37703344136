import { IconDatabase, IconFileImport, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useRef } from 'react';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Pagination } from '../../ui/data/pagination.js';
import { Panel } from '../../ui/layout/panel.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { useBankCounts, useQuestionList } from '../question/question.api.js';
import { SampleFiles } from '../question/sample-files.js';
import { isFiltered, useBankAddress } from './bank-address.js';
import { BankFilters } from './bank-filters.js';
import classes from './list.page.module.css';
import { usePickedQuestions } from './picked-questions.js';
import { QuestionTable } from './question-table.js';
import { SelectionBar } from './selection-bar.js';
import { SideQuestion } from './side-question.js';

export function Component() {
  const t = useT('question-bank');
  const { number } = useFormat();
  const address = useBankAddress();
  const picked = usePickedQuestions();
  const counts = useBankCounts();
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
      <div className={classes.grid} data-open={address.openId !== null || undefined}>
        <Panel kind="flush" className={classes.list}>
          <BankFilters
            filter={address.filter}
            onChange={(change) => {
              picked.clear();
              address.setFilter(change);
            }}
          />
          <List address={address} picked={picked} />
        </Panel>
        {address.openId !== null && (
          <SideQuestion id={address.openId} onClose={() => address.setOpen(null)} />
        )}
      </div>
      <SelectionBar picked={picked} />
    </>
  );
}

type ListProps = {
  address: ReturnType<typeof useBankAddress>;
  picked: ReturnType<typeof usePickedQuestions>;
};

function List({ address, picked }: ListProps) {
  const t = useT('question-bank');
  const { filter, cursor, skipped, openId, setOpen } = address;
  const list = useQuestionList(filter, cursor);
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
          <QuestionTable rows={items} picked={picked} openId={openId} onOpen={setOpen} />
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
    const clear = () => address.setFilter({ q: '', topics: [], levels: [], types: [], states: [] });
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
