import { NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { unitId } from '../../../shared/kernel/ids.js';
import { ROLES, type Role, type RoleGrant } from '../../../shared/kernel/viewer.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import forms from '../forms.module.css';
import { isOwnUnit, UnitSelect } from '../unit/unit-select.js';
import { useIsWholeAdmin } from '../whole-admin.js';

type AddRoleProps = { busy: boolean; onAdd: (grant: RoleGrant) => void };

/** A role over everything or over a unit and all below it, never wider than one's own reach. */
export function AddRole({ busy, onAdd }: AddRoleProps) {
  const t = useT('account');
  const everywhere = useIsWholeAdmin();
  const [role, setRole] = useState<Role>('moderator');
  const [unit, setUnit] = useState('');
  const [unitMissing, setUnitMissing] = useState(false);
  const wantsUnit = role === 'coordinator' || !everywhere;

  const add = (event: FormEvent) => {
    event.preventDefault();
    const chosen = unitId.safeParse(unit);
    setUnitMissing(wantsUnit && !chosen.success);
    if (wantsUnit && !chosen.success) return;
    onAdd({ role, unitId: chosen.success ? chosen.data : null });
    setUnit('');
  };
  return (
    <form className={forms.form} onSubmit={add} noValidate aria-label={t('roles.add')}>
      <NativeSelect
        label={t('roles.role')}
        description={t(`roles.about.${role}`)}
        inputWrapperOrder={['label', 'input', 'description']}
        value={role}
        data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={(event) => {
          const next = ROLES.find((one) => one === event.currentTarget.value);
          if (next) setRole(next);
        }}
      />
      <UnitSelect
        key={String(wantsUnit)}
        label={t('roles.scope')}
        none={wantsUnit ? undefined : t('roles.everywhere')}
        placeholder={t('create.chooseUnit')}
        allows={isOwnUnit}
        value={unit}
        error={unitMissing ? t('roles.unitMissing') : undefined}
        onChange={(id) => {
          setUnit(id);
          setUnitMissing(false);
        }}
      />
      <div>
        <Button type="submit" icon={<IconPlus />} busy={busy} busyText={t('saving')}>
          {t('roles.add')}
        </Button>
      </div>
    </form>
  );
}
