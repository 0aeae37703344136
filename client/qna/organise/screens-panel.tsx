import {
  IconCast,
  IconChevronRight,
  IconDeviceRemote,
  IconLayoutColumns,
  IconListDetails,
  IconMicrophone2,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './side.module.css';

/** The session's screens and whom each is for. */
export function ScreensPanel({ session: { id, can } }: { session: QnaSessionView }) {
  const t = useT('qna/organise');
  const screens: { to: string; key: string; icon: ReactNode; shown: boolean }[] = [
    { to: 'desk', key: 'desk', icon: <IconLayoutColumns />, shown: can.desk !== null },
    { to: 'projector', key: 'projector', icon: <IconCast />, shown: true },
    { to: 'remote', key: 'remote', icon: <IconDeviceRemote />, shown: can.desk === 'host' },
    { to: 'presenter', key: 'presenter', icon: <IconMicrophone2 />, shown: true },
    { to: '', key: 'audience', icon: <IconUsers />, shown: true },
    { to: 'ledger', key: 'ledger', icon: <IconListDetails />, shown: true },
  ];
  return (
    <Panel title={t('screens.title')}>
      <ul className={classes.screens}>
        {screens
          .filter(({ shown }) => shown)
          .map(({ to, key, icon }) => (
            <li key={key}>
              <Link to={`/qna/${id}${to === '' ? '' : `/${to}`}`}>
                {icon}
                <span>
                  <b>{t(`screens.${key}`)}</b>
                  <small>{t(`screens.${key}Hint`)}</small>
                </span>
                <IconChevronRight size={18} aria-hidden="true" />
              </Link>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
