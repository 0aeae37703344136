import { IconPrinter, IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import type { MemberView } from '../../../shared/account/account.schema.js';
import type { SlipView } from '../../../shared/account/slip.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { slipAddress, slipLinkOf } from '../../platform/page/slip-link.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { QrCode } from '../../ui/qr-code.js';
import { useMakeSlip } from '../member.api.js';
import classes from './member-slip.module.css';

/** Instead of a password that somebody else would know: a code that lets the member in once. */
export function MemberSlip({ member }: { member: MemberView }) {
  const t = useT('account');
  const explain = useFailureText('account');
  const make = useMakeSlip(member.id);
  const [asking, setAsking] = useState(false);
  const run = async () => {
    try {
      await make.mutateAsync();
    } catch (error) {
      showFailed(explain(error));
    } finally {
      setAsking(false);
    }
  };
  return (
    <Panel title={t('slip.title')}>
      <p className={classes.hint}>{t('slip.about')}</p>
      <Button icon={<IconTicket />} onClick={() => setAsking(true)}>
        {t('slip.open')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('slip.open')}
        confirmText={t('slip.make')}
        busy={make.isPending}
        busyText={t('slip.making')}
        onConfirm={() => void run()}
        cancelText={t('cancel')}
        onCancel={() => setAsking(false)}
      >
        {t('slip.effect', { name: member.fullName })}
      </ConfirmDialog>
      {make.data && <MadeSlip slip={make.data} onClose={() => make.reset()} />}
    </Panel>
  );
}

/** The only time the code is seen. What is printed is the slip alone. */
function MadeSlip({ slip, onClose }: { slip: SlipView; onClose: () => void }) {
  const t = useT('account');
  const { dateTime } = useFormat();
  return (
    <Sheet
      open
      size="sm"
      onClose={onClose}
      title={t('slip.made')}
      footer={
        <>
          <Button icon={<IconPrinter />} onClick={() => print()}>
            {t('slip.print')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('slip.close')}
          </Button>
        </>
      }
    >
      <div className={classes.slip}>
        <p className={classes.who}>
          <strong>{slip.fullName}</strong>
          {slip.memberCode} · {slip.unit.name}
        </p>
        <QrCode value={slipLinkOf(slip.code)} label={t('slip.qr')} width="168px" />
        <p>
          {t('slip.where')} <b translate="no">{slipAddress()}</b>
        </p>
        <p className={classes.code} translate="no">
          {slip.code}
        </p>
        <p className={classes.until}>{t('slip.until', { at: dateTime(slip.expiresAt) })}</p>
      </div>
      <p className={classes.once}>{t('slip.once')}</p>
    </Sheet>
  );
}
