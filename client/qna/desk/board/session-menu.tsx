import { Menu } from '@mantine/core';
import {
  IconDeviceMobile,
  IconDots,
  IconDownload,
  IconFileTypeCsv,
  IconFileTypePdf,
  IconFileTypeXls,
  IconFlag,
  IconHistory,
  IconListDetails,
  IconRotate,
  IconScreenShare,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { IconButton } from '../../../ui/form/icon-button.js';
import { useDownload } from '../../../ui/feedback/use-download.js';
import { ledgerFile } from '../../ledger/ledger.api.js';
import { usePhase } from '../../room/qna.live.js';
import { deskFile } from '../state/desk.api.js';
import { useEnding } from '../state/use-ending.js';
import { useDesk } from '../state/desk-context.js';
import classes from '../desk-menu.module.css';

export const menuLook = { item: classes.item, itemSection: classes.icon };

/** A single-letter shortcut must not act while a menu is open; the browser's event would go on to the page. */
export const keepKeys = (event: React.KeyboardEvent) => event.stopPropagation();

/** What was asked as a file: for the moderators with all they know, and the ledger that everybody may read. */
export function ExportMenu() {
  const t = useT('qna/desk');
  const { session } = useDesk();
  const language = useLanguage();
  return (
    <Menu position="bottom-end" withinPortal classNames={menuLook}>
      <Menu.Target>
        <Button size="sm" className={classes.compact} icon={<IconDownload aria-hidden="true" />}>
          {t('header.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={keepKeys}>
        <Menu.Label>{t('header.forDesk')}</Menu.Label>
        <FileItem
          href={deskFile(session.id, 'xlsx', language)}
          icon={<IconFileTypeXls />}
          label={t('header.xlsx')}
        />
        <FileItem
          href={deskFile(session.id, 'csv', language)}
          icon={<IconFileTypeCsv />}
          label={t('header.csv')}
        />
        <Menu.Divider />
        <Menu.Label>{t('header.forAll')}</Menu.Label>
        <FileItem
          href={ledgerFile(session.id, 'xlsx', language)}
          icon={<IconFileTypeXls />}
          label={t('header.xlsx')}
        />
        <FileItem
          href={ledgerFile(session.id, 'csv', language)}
          icon={<IconFileTypeCsv />}
          label={t('header.csv')}
        />
        <FileItem
          href={ledgerFile(session.id, 'pdf', language)}
          icon={<IconFileTypePdf />}
          label={t('header.pdf')}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

function FileItem({ href, icon, label }: { href: string; icon: ReactNode; label: string }) {
  const save = useDownload('qna');
  return (
    <Menu.Item component="a" href={href} download onClick={save} leftSection={icon}>
      {label}
    </Menu.Item>
  );
}

/** The other screens of the session, what was done, and its end. */
export function SessionMenu() {
  const t = useT('qna/desk');
  const { session, role, actions } = useDesk();
  const phase = usePhase(session);
  const ending = useEnding(session.id);
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
        {session.can.manage && (
          <Menu.Item
            component={Link}
            to={`/organise/qna/${encodeURIComponent(session.id)}`}
            leftSection={<IconSettings />}
          >
            {t('header.settings')}
          </Menu.Item>
        )}
        {role === 'host' && phase === 'ended' && (
          <Menu.Item leftSection={<IconRotate />} onClick={ending.reopen}>
            {t('header.reopen')}
          </Menu.Item>
        )}
        {role === 'host' && (phase === 'live' || phase === 'upcoming') && (
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
