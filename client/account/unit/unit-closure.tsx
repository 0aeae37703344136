import { IconLock, IconLockOpen } from '@tabler/icons-react';
import type { UnitView } from '../../../shared/account/account.schema.js';
import { useState } from 'react';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { showDone, showUndo } from '../../ui/feedback/toast-queue.js';
import { FormFailure } from '../form-failure.js';
import { useCloseUnit } from './unit.api.js';

/** Closing is taken back by opening again, so nothing is asked beforehand. */
export function UnitClosure({ unit, onDone }: { unit: UnitView; onDone: () => void }) {
  const t = useT('account');
  const explain = useFailureText('account');
  const closure = useCloseUnit(unit.id);
  const isOpen = unit.closedAt === null;
  const [failure, setFailure] = useState<string | null>(null);
  const run = async () => {
    setFailure(null);
    try {
      await closure.mutateAsync(isOpen);
    } catch (error) {
      return setFailure(explain(error));
    }
    onDone();
    if (isOpen) showUndo(t('unit.closed', { name: unit.name }), () => closure.mutate(false));
    else showDone(t('unit.reopened', { name: unit.name }));
  };
  return (
    <>
      <Button
        icon={isOpen ? <IconLock /> : <IconLockOpen />}
        busy={closure.isPending}
        busyText={t('saving')}
        onClick={() => void run()}
      >
        {t(isOpen ? 'unit.close' : 'unit.reopen')}
      </Button>
      <FormFailure text={failure} />
    </>
  );
}
