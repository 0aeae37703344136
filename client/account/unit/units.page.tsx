import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import type { UnitView } from '../../../shared/account/account.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { Button } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { SearchField } from '../../ui/form/search-field.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { UnitSheet } from './unit-sheet.js';
import { UnitTable } from './unit-table.js';
import { matchingUnits } from './unit-tree.js';
import { useUnits } from './unit.api.js';
import classes from './units.module.css';

/** The sheet that is open stands in the address: `unit=new`, with `under` the parent, or `unit=<id>`. */
export function Component() {
  const t = useT('account');
  const { number } = useFormat();
  const { member } = useSession();
  const [search, setSearch] = useSearchParams();
  const units = useUnits();
  const put = (changes: Record<string, string>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: 'q' in changes },
    );
  const open = units.data?.filter(({ closedAt }) => closedAt === null) ?? [];
  const people = open.reduce((sum, unit) => sum + unit.headCount, 0);
  const chosen = search.get('unit');
  const mayFound = member?.roles.some(({ role }) => role === 'admin');
  return (
    <>
      <PageHeader
        title={t('units.title')}
        subtitle={
          units.data &&
          t('units.found', { units: number(open.length), people: number(people), count: open.length })
        }
        actions={
          mayFound && (
            <Button kind="primary" icon={<IconPlus />} onClick={() => put({ unit: 'new' })}>
              {t('units.add')}
            </Button>
          )
        }
      />
      <Panel kind="flush">
        <div className={classes.filters}>
          <SearchField label={t('units.search')} value={search.get('q') ?? ''} onChange={(q) => put({ q })} />
          <label className={classes.closed}>
            <input
              type="checkbox"
              className="check"
              checked={search.has('closed')}
              onChange={(event) => put({ closed: event.currentTarget.checked ? '1' : '' })}
            />
            {t('units.showClosed')}
          </label>
        </div>
        <Tree units={units} search={search} onOpen={(id) => put({ unit: id })} />
      </Panel>
      {units.data && chosen !== null && (
        <UnitSheet
          key={chosen}
          unit={units.data.find(({ id }) => id === chosen) ?? null}
          parentId={search.get('under')}
          onClose={() => put({ unit: '', under: '' })}
          onAddBelow={(id) => put({ unit: 'new', under: id })}
        />
      )}
    </>
  );
}

type TreeProps = {
  units: ReturnType<typeof useUnits>;
  search: URLSearchParams;
  onOpen: (id: UnitView['id']) => void;
};

function Tree({ units, search, onOpen }: TreeProps) {
  const t = useT('account');
  return (
    <QueryStates
      query={units}
      texts="account"
      failed={t('units.failed')}
      loading={
        <div className={classes.waiting}>
          <RowBones rows={8} />
        </div>
      }
    >
      {(all) => {
        const shown = matchingUnits(all, { q: search.get('q') ?? '', closed: search.has('closed') });
        if (shown.length > 0) return <UnitTable units={shown} onOpen={onOpen} />;
        return (
          <EmptyState icon={<IconSitemap />} title={t('units.none')}>
            {t('units.noneHint')}
          </EmptyState>
        );
      }}
    </QueryStates>
  );
}
