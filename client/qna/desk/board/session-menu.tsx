import { Menu } from '@mantine/core';
import {
  IconDeviceMobile,
  IconDots,
  IconDownload,
  IconFileTypeCsv,
  IconFileTypePdf,
  IconFlag,
  IconHistory,
  IconListDetails,
  IconScreenShare,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { IconButton } from '../../../ui/form/icon-button.js';
import { useDownload } from '../../../ui/feedback/use-download.js';
import { ledgerFile } from '../state/desk.api.js';
import { useDesk } from '../state/desk-context.js';
import classes from '../desk-menu.module.css';

export const menuLook = { item: classes.item, itemSection: classes.icon };

/** A single-letter shortcut must not act while a menu is open; the browser's event would go on to the page. */
export const keepKeys = (event: React.KeyboardEvent) => event.stopPropagation();

/** The ledger as a file. */
export function ExportMenu() {
  const t = useT('qna/desk');
  const { session } = useDesk();
  const save = useDownload();
  return (
    <Menu position="bottom-end" withinPortal classNames={menuLook}>
      <Menu.Target>
        <Button size="sm" className={classes.compact} icon={<IconDownload aria-hidden="true" />}>
          {t('header.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={keepKeys}>
        <Menu.Item
          component="a"
          href={ledgerFile(session.id, 'csv')}
          download
          onClick={save}
          leftSection={<IconFileTypeCsv />}
        >
          {t('header.csv')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={ledgerFile(session.id, 'pdf')}
          download
          onClick={save}
          leftSection={<IconFileTypePdf />}
        >
          {t('header.pdf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The other screens of the session, what was done, and its end. */
export function SessionMenu() {
  const t = useT('qna/desk');
  const { session, role, actions } = useDesk();
  return (
    <Menu position="bottom-end" withinPortal classNames={menuLook}>
      <Menu.Target>
        <IconButton label={t('header.more')} icon={<IconDots />} size="sm" outline />
      </Menu.Target>
      <Menu.Dropdown onKeyDown={keepKeys}>
        <Place to="remote" icon={<IconDeviceMobile />} label={t('header.remote')} />
        <Place to="presenter" icon={<IconScreenShare />} label={t('header.presenter')} />
        <Place to="" icon={<IconUsersGroup />} label={t('header.audience')} />
        <Place to="ledger" icon={<IconListDetails />} label={t('header.ledger')} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconHistory />} onClick={() => actions.open({ kind: 'history' })}>
          {t('header.history')}
        </Menu.Item>
        {role === 'host' && session.phase !== 'ended' && (
          <Menu.Item color="red" leftSection={<IconFlag />} onClick={() => actions.open({ kind: 'end' })}>
            {t('header.end')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Place({ to, icon, label }: { to: string; icon: ReactNode; label: string }) {
  const { session } = useDesk();
  const path = `/qna/${encodeURIComponent(session.id)}${to && `/${to}`}`;
  // Beside the desk, not instead of it.
  return (
    <Menu.Item component={Link} to={path} target="_blank" leftSection={icon}>
      {label}
    </Menu.Item>
  );
}
