import { NumberInput, TextInput } from '@mantine/core';
import { writeUnit, type UnitView } from '../../../shared/account/account.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { useIsWholeAdmin } from '../whole-admin.js';
import { Button } from '../../ui/form/button.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { FormFailure } from '../form-failure.js';
import classes from '../forms.module.css';
import { familyOf } from './unit-tree.js';
import { UnitSelect } from './unit-select.js';
import { useUnits, useWriteUnit } from './unit.api.js';

type UnitFormProps = { unit: UnitView | null; parentId: string | null; onDone: () => void };

const CONFLICTS = {
  'account.unit_name_taken': 'name',
  'account.unit_circle': 'parentId',
  'account.unit_closed': 'parentId',
};

type Values = { name: string; parentId: string | null; headCount: number | string };

const valuesOf = ({ name, parentId, headCount }: UnitView): Values => ({ name, parentId, headCount });

export function UnitForm({ unit, parentId, onDone }: UnitFormProps) {
  const t = useT('account');
  const everywhere = useIsWholeAdmin();
  const units = useUnits();
  const write = useWriteUnit(unit?.id ?? null);
  const isRoot = unit !== null && unit.parentId === null;
  const own = unit ? familyOf(units.data ?? [], unit.id) : new Set<string>();
  const form = useFieldForm<typeof writeUnit, Values>({
    texts: 'account',
    schema: writeUnit,
    initial: unit ? valuesOf(unit) : { name: '', parentId, headCount: 0 },
    conflicts: CONFLICTS,
    send: write.mutateAsync,
    onDone: () => {
      showDone(t(unit ? 'unit.saved' : 'unit.founded'));
      onDone();
    },
  });
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <TextInput
        label={t('unit.name')}
        autoFocus={unit === null}
        autoComplete="off"
        maxLength={120}
        value={form.values.name}
        error={form.errors.name}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <UnitSelect
          label={t('unit.parent')}
          none={everywhere || isRoot ? t('unit.noParent') : undefined}
          placeholder={t('create.chooseUnit')}
          allows={(other) => (other.can.edit || other.id === unit?.parentId) && !own.has(other.id)}
          value={form.values.parentId ?? ''}
          error={form.errors.parentId}
          onChange={(id) => form.change({ parentId: id || null })}
        />
        <NumberInput
          label={t('unit.headCount')}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          inputMode="numeric"
          value={form.values.headCount}
          error={form.errors.headCount}
          onChange={(headCount) => form.change({ headCount })}
        />
      </div>
      <p className={classes.hint}>{t('unit.headCountHint')}</p>
      <FormFailure text={form.failure} />
      <div className={classes.buttons}>
        <Button type="submit" kind="primary" busy={form.busy} busyText={t('saving')}>
          {t(unit ? 'unit.save' : 'unit.found')}
        </Button>
      </div>
    </form>
  );
}
