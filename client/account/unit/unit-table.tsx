import type { CSSProperties } from 'react';
import type { UnitView } from '../../../shared/account/account.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Chip } from '../../ui/data/chip.js';
import { DataTable, type Column } from '../../ui/data/data-table.js';
import classes from './units.module.css';

type UnitTableProps = { units: UnitView[]; onOpen: (id: UnitView['id']) => void };

/** A table that is also a tree: indented by level, and the level is said to those who do not see it. */
export function UnitTable({ units, onOpen }: UnitTableProps) {
  const t = useT('account');
  const { number, list } = useFormat();
  const columns: Column<UnitView>[] = [
    {
      key: 'name',
      header: t('units.name'),
      primary: true,
      cell: (unit) => <Name unit={unit} onOpen={() => onOpen(unit.id)} />,
    },
    {
      key: 'coordinators',
      header: t('units.coordinators'),
      cell: (unit) =>
        unit.coordinators.length > 0 ? (
          list(unit.coordinators.map(({ fullName }) => fullName))
        ) : (
          <span className={classes.nobody}>{t('units.noCoordinator')}</span>
        ),
    },
    {
      key: 'members',
      header: t('units.members'),
      numeric: true,
      width: 130,
      cell: (unit) => (unit.memberCount === null ? null : number(unit.memberCount)),
    },
    {
      key: 'headCount',
      header: t('units.headCount'),
      numeric: true,
      width: 110,
      cell: (unit) => number(unit.headCount),
    },
  ];
  return <DataTable caption={t('units.title')} columns={columns} rows={units} keyOf={({ id }) => id} />;
}

function Name({ unit, onOpen }: { unit: UnitView; onOpen: () => void }) {
  const t = useT('account');
  const depth: CSSProperties & Record<'--depth', number> = { '--depth': unit.depth };
  return (
    <span className={classes.name} style={depth} data-root={unit.depth === 0 || undefined}>
      <span className="visually-hidden">{t('units.level', { level: unit.depth + 1 })}</span>
      <button type="button" className={classes.open} onClick={onOpen}>
        {unit.name}
      </button>
      {unit.closedAt !== null && <Chip size="sm">{t('units.closed')}</Chip>}
    </span>
  );
}
