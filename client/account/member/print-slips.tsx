import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { MAX_SLIPS } from '../../../shared/account/slip.schema.js';
import { download } from '../../platform/api/download.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useLanguage, useT } from '../../platform/text/i18n.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import { Button } from '../../ui/form/button.js';
import { Sheet } from '../../ui/layout/sheet.js';
import classes from '../forms.module.css';
import { useSlipCount } from '../member.api.js';
import { UnitSelect } from '../unit/unit-select.js';

/** Slips for the people of a unit on sheets to print; how many, and what that ends, is said before. */
export function PrintSlips({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const t = useT('account');
  const [unit, setUnit] = useState(unitId);
  const [everybody, setEverybody] = useState(false);
  const count = useSlipCount(unit, everybody);
  const members = count.data?.members ?? 0;
  const print = usePrint(onClose);
  return (
    <Sheet
      open
      size="sm"
      onClose={onClose}
      title={t('slip.manyTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            icon={<IconPrinter />}
            disabled={members === 0 || members > MAX_SLIPS}
            busy={print.busy}
            busyText={t('slip.making')}
            onClick={() => print.run({ unitId: unit, everybody })}
          >
            {t('slip.many')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <UnitSelect
          label={t('slip.unit')}
          placeholder={t('create.chooseUnit')}
          value={unit}
          onChange={setUnit}
        />
        <label className={classes.check}>
          <input
            type="checkbox"
            className="check"
            checked={everybody}
            onChange={(event) => setEverybody(event.target.checked)}
          />
          {t('slip.everybody')}
        </label>
        <div role="status" className={classes.hint}>
          {unit !== '' && <Told query={count} />}
        </div>
      </div>
    </Sheet>
  );
}

function Told({ query }: { query: ReturnType<typeof useSlipCount> }) {
  const t = useT('account');
  const { number } = useFormat();
  if (query.isError) return <p>{t('slip.failed')}</p>;
  if (!query.data) return null;
  const { members, pages } = query.data;
  if (members === 0) return <p>{t('slip.nobody')}</p>;
  if (members > MAX_SLIPS) return <p>{t('slip.tooMany', { max: number(MAX_SLIPS) })}</p>;
  return (
    <>
      <p>{t('slip.count', { number: number(members), count: members, pages: number(pages) })}</p>
      <p>{t('slip.before')}</p>
    </>
  );
}

function usePrint(onDone: () => void) {
  const common = useT('platform');
  const explain = useFailureText('account');
  const lang = useLanguage();
  const [busy, setBusy] = useState(false);
  const run = async (wanted: { unitId: string; everybody: boolean }) => {
    setBusy(true);
    try {
      const preparing = () => showDone(common('download.preparing'));
      await download('/api/slips.pdf', preparing, { ...wanted, lang });
      onDone();
    } catch (error) {
      showFailed(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, run: (wanted: { unitId: string; everybody: boolean }) => void run(wanted) };
}
