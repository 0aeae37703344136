import { IconFileUpload, IconPrinter, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Pagination } from '../../ui/data/pagination.js';
import { Panel } from '../../ui/layout/panel.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { CreateMember } from './create-member.js';
import classes from './members.module.css';
import { useCursorPages } from '../cursor-pages.js';
import { MemberFilterBar } from './member-filter-bar.js';
import { MemberTable } from './member-table.js';
import { PrintSlips } from './print-slips.js';
import { MEMBER_STATES, useMembers, type MemberFilters } from '../member.api.js';

export function Component() {
  const t = useT('account');
  const { number } = useFormat();
  const { can } = useSession();
  const [creating, setCreating] = useState(false);
  const [printing, setPrinting] = useState(false);
  const { filters, setFilter } = useMemberFilters();
  const members = useMembers(filters);
  return (
    <>
      <PageHeader
        title={t('members.title')}
        subtitle={
          members.data && t('members.found', { total: number(members.data.total), count: members.data.total })
        }
        actions={
          <>
            {can.makeSlips && (
              <Button icon={<IconPrinter />} onClick={() => setPrinting(true)}>
                {t('slip.many')}
              </Button>
            )}
            {can.manageMembers && (
              <ButtonLink icon={<IconFileUpload />} to="/organise/members/import">
                {t('members.import')}
              </ButtonLink>
            )}
            {can.manageMembers && (
              <Button kind="primary" icon={<IconUserPlus />} onClick={() => setCreating(true)}>
                {t('members.add')}
              </Button>
            )}
          </>
        }
      />
      <Panel kind="flush">
        <MemberFilterBar filters={filters} onChange={setFilter} />
        <Found members={members} onClear={() => setFilter({ q: '', unit: '', status: 'active' })} />
      </Panel>
      {printing && <PrintSlips unitId={filters.unit} onClose={() => setPrinting(false)} />}
      {creating && <CreateMember unitId={filters.unit} onClose={() => setCreating(false)} />}
    </>
  );
}

type FoundProps = { members: ReturnType<typeof useMembers>; onClear: () => void };

function Found({ members, onClear }: FoundProps) {
  const t = useT('account');
  const pages = useCursorPages();
  const nobody = (
    <EmptyState
      icon={<IconUsers />}
      title={t('members.none')}
      action={<Button onClick={onClear}>{t('members.clear')}</Button>}
    >
      {t('members.noneHint')}
    </EmptyState>
  );
  return (
    <QueryStates
      query={members}
      texts="account"
      failed={t('members.failed')}
      loading={
        <div className={classes.waiting}>
          <RowBones rows={8} />
        </div>
      }
      empty={({ items }) => items.length === 0 && nobody}
    >
      {({ items, next, total }) => (
        <>
          <MemberTable members={items} />
          <Pagination
            label={t('members.pages')}
            from={pages.from}
            to={pages.from + items.length - 1}
            total={total}
            onPrevious={pages.onPrevious}
            onNext={pages.onNext(next, items.length)}
          />
        </>
      )}
    </QueryStates>
  );
}

/** The filters live in the address; a change starts again at the first page. */
function useMemberFilters() {
  const [search, setSearch] = useSearchParams();
  const filters: MemberFilters = {
    q: search.get('q') ?? '',
    unit: search.get('unit') ?? '',
    status: MEMBER_STATES.find((state) => state === search.get('status')) ?? 'active',
    cursor: search.get('cursor') ?? '',
  };
  const setFilter = (changes: Partial<Omit<MemberFilters, 'cursor'>>) => {
    const { q, unit, status } = { ...filters, ...changes };
    const next = { q, unit, status: status === 'active' ? '' : status };
    setSearch(
      Object.entries(next).filter(([, value]) => value !== ''),
      { replace: true },
    );
  };
  return { filters, setFilter };
}
