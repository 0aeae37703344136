import { IconPlus, IconUsers } from '@tabler/icons-react';
import type { UnitView } from '../../../shared/account/account.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { UnitClosure } from './unit-closure.js';
import { UnitCoordinators } from './unit-coordinators.js';
import { UnitForm } from './unit-form.js';
import classes from './units.module.css';

type UnitSheetProps = {
  /** Null to found a new one. */
  unit: UnitView | null;
  /** Where a new one is proposed to stand. */
  parentId: string | null;
  onClose: () => void;
  onAddBelow: (id: string) => void;
};

export function UnitSheet({ unit, parentId, onClose, onAddBelow }: UnitSheetProps) {
  const t = useT('account');
  const editable = unit?.can.edit === true && unit.closedAt === null;
  return (
    <Sheet open onClose={onClose} title={unit?.name ?? t('unit.newTitle')}>
      {(unit === null || editable) && <UnitForm unit={unit} parentId={parentId} onDone={onClose} />}
      {unit && !unit.can.edit && <p>{t('unit.readOnly')}</p>}
      {editable && <UnitCoordinators unit={unit} />}
      {unit && (
        <div className={classes.part}>
          <div className={classes.acts}>
            <ButtonLink to={`/organise/members?unit=${unit.id}`} icon={<IconUsers />}>
              {t('unit.seeMembers')}
            </ButtonLink>
            {editable && (
              <Button icon={<IconPlus />} onClick={() => onAddBelow(unit.id)}>
                {t('unit.addBelow')}
              </Button>
            )}
            {unit.can.edit && <UnitClosure unit={unit} onDone={onClose} />}
          </div>
        </div>
      )}
    </Sheet>
  );
}
