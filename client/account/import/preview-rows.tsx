import { useSearchParams } from 'react-router';
import type { MemberImportRow, MemberImportView } from '../../../shared/account/member-import.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Chip } from '../../ui/data/chip.js';
import { Pagination } from '../../ui/data/pagination.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { SearchField } from '../../ui/form/search-field.js';
import { Panel } from '../../ui/layout/panel.js';
import { useCursorPages } from '../cursor-pages.js';
import { ACTION_ICONS } from './action-icons.js';
import { useImportRows, useNameUnit } from './import.api.js';
import classes from './preview.module.css';

const KINDS = {
  wrong: 'red',
  transferred: 'plum',
  left: 'plain',
  changed: 'navy',
  new: 'teal',
  same: 'plain',
} as const;

type PreviewRowsProps = {
  view: MemberImportView;
  out: ReadonlySet<number>;
  onToggle: (places: readonly number[], isIn: boolean) => void;
};

export function PreviewRows({ view, out, onToggle }: PreviewRowsProps) {
  const t = useT('account/import');
  const { number } = useFormat();
  const [search, setSearch] = useSearchParams();
  const pages = useCursorPages();
  const action = search.get('action') ?? 'need';
  const q = search.get('q') ?? '';
  const rows = useImportRows(view.id, { action, q, cursor: pages.cursor });
  const find = (next: string) =>
    setSearch({ ...(action !== 'need' && { action }), ...(next !== '' && { q: next }) }, { replace: true });
  return (
    <Panel kind="flush">
      <div className={classes.bar}>
        <SearchField label={t('preview.search')} value={q} onChange={find} />
        <p>{t('preview.same', { number: number(view.counts.same), count: view.counts.same })}</p>
      </div>
      <QueryStates
        query={rows}
        texts="account/import"
        failed={t('failed')}
        loading={<RowBones rows={8} />}
        empty={({ items }) => items.length === 0 && <p className={classes.none}>{t('preview.none')}</p>}
      >
        {({ items, next, total }) => (
          <>
            <Table view={view} rows={items} out={out} onToggle={onToggle} />
            <Pagination
              label={t('preview.pages')}
              from={pages.from}
              to={pages.from + items.length - 1}
              total={total}
              onPrevious={pages.onPrevious}
              onNext={pages.onNext(next, items.length)}
            />
          </>
        )}
      </QueryStates>
    </Panel>
  );
}

type TableProps = PreviewRowsProps & { rows: MemberImportRow[] };
const isUsable = ({ action }: MemberImportRow) => action !== 'wrong' && action !== 'same';

function Table({ view, rows, out, onToggle }: TableProps) {
  const t = useT('account/import');
  const usable = rows.filter(isUsable).map(({ place }) => place);
  const allIn = usable.length > 0 && usable.every((place) => !out.has(place));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('preview.title')}</caption>
        <thead>
          <tr>
            <th className={classes.pick}>
              <input
                type="checkbox"
                className="check"
                aria-label={t('preview.pickPage')}
                disabled={usable.length === 0}
                checked={allIn}
                onChange={() => onToggle(usable, !allIn)}
              />
            </th>
            <th scope="col">{t('row.line')}</th>
            <th scope="col">{t('row.action')}</th>
            <th scope="col">{t('row.member')}</th>
            <th scope="col">{t('row.unit')}</th>
            <th scope="col">{t('row.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.place} view={view} row={row} isIn={!out.has(row.place)} onToggle={onToggle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  view: MemberImportView;
  row: MemberImportRow;
  isIn: boolean;
  onToggle: PreviewRowsProps['onToggle'];
};

function Row({ view, row, isIn, onToggle }: RowProps) {
  const t = useT('account/import');
  return (
    <tr data-action={row.action}>
      <td className={classes.pick}>
        {isUsable(row) ? (
          <input
            type="checkbox"
            className="check"
            aria-label={t('preview.pick', { name: row.fullName })}
            checked={isIn}
            onChange={() => onToggle([row.place], !isIn)}
          />
        ) : (
          <span aria-hidden="true">–</span>
        )}
      </td>
      <td className="num">{row.line}</td>
      <td>
        <Chip kind={KINDS[row.action]} icon={row.action === 'same' ? undefined : ACTION_ICONS[row.action]}>
          {t(`action.${row.action}`)}
        </Chip>
      </td>
      <td>
        <strong>{row.fullName || t('row.nameless')}</strong>
        <small>{row.code}</small>
      </td>
      <td>{row.unit}</td>
      <td>
        <Detail view={view} row={row} />
      </td>
    </tr>
  );
}

/** What is wrong, or what stands there now and what will. */
function Detail({ view, row }: { view: MemberImportView; row: MemberImportRow }) {
  const t = useT('account/import');
  const { before, action } = row;
  if (action === 'wrong')
    return (
      <>
        <b className={classes.wrong}>
          {row.errors
            .map(({ code, params }) => t(`finding.${code.replace('member.', '')}`, params))
            .join('. ')}
        </b>{' '}
        {row.suggestion && <UseUnit view={view} row={row} unit={row.suggestion} />}
      </>
    );
  if (action === 'new') return row.email ?? t('detail.noEmail');
  if (action === 'left') return t('detail.left');
  if (!before) return null;
  const changes = [
    ...(action === 'transferred' ? [[before.unit, row.unit] as const] : []),
    ...(before.fullName === row.fullName ? [] : [[before.fullName, row.fullName] as const]),
    ...(row.email === null || before.email === row.email ? [] : [[before.email ?? '', row.email] as const]),
  ];
  return (
    <>
      {changes.map(([from, to]) => (
        <span key={to} className={classes.change}>
          {from !== '' && <del>{from}</del>} → {to}
        </span>
      ))}
      {action === 'transferred' && <span>{t('detail.results', { unit: before.unit })}</span>}
    </>
  );
}

type UseUnitProps = {
  view: MemberImportView;
  row: MemberImportRow;
  unit: NonNullable<MemberImportRow['suggestion']>;
};

/** One press for all rows that call the unit so. */
function UseUnit({ view, row, unit }: UseUnitProps) {
  const t = useT('account/import');
  const explain = useFailureText('account/import');
  const name = useNameUnit(view.id);
  const run = async () => {
    try {
      await name.mutateAsync({ written: row.unit, unitId: unit.id });
    } catch (error) {
      showFailed(explain(error));
    }
  };
  return (
    <>
      {t('detail.near', { unit: unit.name })}{' '}
      <button type="button" className={classes.mend} disabled={name.isPending} onClick={() => void run()}>
        {t('detail.useIt')}
      </button>
    </>
  );
}
