import {
  IconDatabase,
  IconMenu2,
  IconMessageQuestion,
  IconSitemap,
  IconTrophy,
  IconUserCheck,
  IconUsers,
  IconAlertTriangle,
  IconArrowLeft,
} from '@tabler/icons-react';
import { Suspense, lazy, useState, type ReactNode } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useT } from '../platform/text/i18n.js';
import { toRefusedField } from '../platform/form/form-errors.js';
import { useSession, type Session } from '../platform/api/session.js';
import { LogoMark } from '../ui/layout/app-logo.js';
import { Avatar } from '../ui/data/avatar.js';
import { ConnectionBanner } from '../ui/layout/connection-banner.js';
import { IconButton } from '../ui/form/icon-button.js';
import { Sheet } from '../ui/layout/sheet.js';
import classes from './organiser-shell.module.css';
import { PageLoading } from './page-loading.js';
import { RequireSession } from './require-session.js';
import { organiserMenu } from './screens.js';
import { UserMenu } from './user-menu.js';

/** Whoever organises takes part, too: an attempt that runs is in sight here as well. */
const RunningBar = lazy(() =>
  import('../contest/running-bar/running-bar.js').then((bar) => ({ default: bar.RunningBar })),
);

/** The organiser's frame: a navy side bar, icons only below 1024 px, behind a button on phones. */
export function OrganiserShell() {
  return (
    <RequireSession>
      <OrganiserFrame />
    </RequireSession>
  );
}

function OrganiserFrame() {
  const t = useT('app');
  const { pathname } = useLocation();
  // The drawer belongs to the page it was opened on, so that choosing a place closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === pathname;
  return (
    <div className={classes.shell} onSubmit={toRefusedField}>
      <header className={classes.top}>
        <IconButton label={t('nav.openMenu')} icon={<IconMenu2 />} onClick={() => setOpenOn(pathname)} />
        <Brand />
        <div className={classes.own}>
          <UserMenu />
        </div>
      </header>
      <aside className={classes.side} data-on-deep="" aria-label={t('organiserArea')}>
        <Brand />
        <Places />
        <Me />
      </aside>
      <Sheet form="side" open={open} onClose={() => setOpenOn(null)} title={t('organiserArea')}>
        <Places />
      </Sheet>
      <div className={classes.column}>
        <ConnectionBanner />
        <Suspense>
          <RunningBar />
        </Suspense>
        <main id="content" tabIndex={-1} className={classes.content}>
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}

const PRODUCT = 'Hải Đăng';

/** Who looks after a unit and organises nothing. */
const isCoordinator = (can: Session['can']): boolean =>
  can.seeUnitProgress && !can.organise && !can.manageMembers && !can.hostQna;

function Brand() {
  const t = useT('app');
  const { can } = useSession();
  return (
    <Link to="/" className={classes.brand}>
      <LogoMark size={36} />
      <span className={classes.word} translate="no">
        {PRODUCT}
        <small>{t(isCoordinator(can) ? 'coordinatorArea' : 'organiserArea')}</small>
      </span>
      <span className="visually-hidden">{t('toHome')}</span>
    </Link>
  );
}

const icons: Record<string, ReactNode> = {
  organiseContests: <IconTrophy />,
  questions: <IconDatabase />,
  members: <IconUsers />,
  units: <IconSitemap />,
  organiseQna: <IconMessageQuestion />,
  turnout: <IconUserCheck />,
  failedJobs: <IconAlertTriangle />,
};

function Places() {
  const t = useT('app');
  return (
    <nav aria-label={t('nav.main')} className={classes.places}>
      {organiserMenu(useSession()).map(({ to, name }) => (
        <Place key={to} to={to} icon={icons[name]} label={t(`nav.${name}`)} />
      ))}
      <Place to="/" end icon={<IconArrowLeft />} label={t('nav.memberArea')} />
    </nav>
  );
}

function Place({ to, icon, label, end }: { to: string; icon: ReactNode; label: string; end?: boolean }) {
  return (
    <NavLink to={to} end={end} className={classes.place} title={label}>
      {icon}
      <span className={classes.word}>{label}</span>
    </NavLink>
  );
}

function Me() {
  const { member } = useSession();
  if (!member) return null;
  const face = (
    <span className={classes.face}>
      <Avatar id={member.id} name={member.fullName} size={36} />
      <span className={classes.word}>
        <strong>{member.fullName}</strong>
        <small>{member.unit?.name ?? member.code}</small>
      </span>
    </span>
  );
  return (
    <div className={classes.me}>
      <UserMenu align="start" above face={face} />
    </div>
  );
}
