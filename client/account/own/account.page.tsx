import { useMediaQuery } from '@mantine/hooks';
import { IconChevronRight, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { OwnAccount } from '../../../shared/account/own.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Avatar } from '../../ui/data/avatar.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { Sheet } from '../../ui/layout/sheet.js';
import classes from './account.module.css';
import { Choices } from './choices.js';
import { Devices } from './devices.js';
import { useOwnAccount } from './own.api.js';
import { PasswordForm } from './password-form.js';

/** One's own password, devices and preferences, and what stands there of oneself. */
export function Component() {
  const t = useT('account/own');
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <QueryStates
            query={useOwnAccount()}
            texts="account"
            failed={t('failed')}
            loading={<RowBones rows={3} />}
          >
            {(account) => <Password account={account} />}
          </QueryStates>
          <Devices />
        </div>
        <div className={classes.column}>
          <QueryStates
            query={useOwnAccount()}
            texts="account"
            failed={t('failed')}
            loading={<RowBones rows={3} />}
          >
            {(account) => <Self account={account} />}
          </QueryStates>
          <Choices />
        </div>
      </div>
    </>
  );
}

/** In full where there is room, else behind a row that opens it. */
function Password({ account }: { account: OwnAccount }) {
  const t = useT('account/own');
  const { date } = useFormat();
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [open, setOpen] = useState(false);
  const changed = account.passwordChangedAt;
  const last = changed === null ? '' : t('password.last', { date: date(changed) });
  if (!isPhone)
    return (
      <Panel title={t('password.title')} action={<span className={classes.last}>{last}</span>}>
        <PasswordForm />
      </Panel>
    );
  return (
    <>
      <button type="button" className={classes.row} onClick={() => setOpen(true)}>
        <IconLock aria-hidden="true" />
        <span>
          <strong>{t('password.title')}</strong>
          {last}
        </span>
        <IconChevronRight aria-hidden="true" />
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('password.title')}>
        <PasswordForm onDone={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

function Self({ account }: { account: OwnAccount }) {
  const t = useT('account/own');
  const { list } = useFormat();
  const facts = [
    { label: t('self.code'), value: account.code },
    { label: t('self.email'), value: account.email ?? t('self.noEmail') },
    ...(account.coordinators.length > 0
      ? [{ label: t('self.coordinator'), value: list(account.coordinators) }]
      : []),
  ];
  return (
    <Panel className={classes.self}>
      <div className={classes.who}>
        <Avatar id={account.id} name={account.fullName} size={56} />
        <h2 className={classes.name}>
          {account.fullName}
          <small>{account.unit.name}</small>
        </h2>
      </div>
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.hint}>{t('self.wrong')}</p>
    </Panel>
  );
}
