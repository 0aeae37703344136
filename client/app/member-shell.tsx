import { IconHome, IconKeyboard, IconLayoutDashboard, IconMessages, IconTrophy } from '@tabler/icons-react';
import { Suspense, lazy, type ReactNode } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useT } from '../platform/text/i18n.js';
import { toRefusedField } from '../platform/form/form-errors.js';
import { useSession } from '../platform/api/session.js';
import { useShortcut } from '../platform/page/shortcuts.js';
import { LogoMark } from '../ui/layout/app-logo.js';
import { ConnectionBanner } from '../ui/layout/connection-banner.js';
import classes from './member-shell.module.css';
import { PageLoading } from './page-loading.js';
import { RequireSession } from './require-session.js';
import { organiserMenu } from './screens.js';
import { UserMenu } from './user-menu.js';

/** On every page but home, which has a card for it. Loaded apart: the attempt page's first load does without. */
const RunningBar = lazy(() =>
  import('../contest/running-bar/running-bar.js').then((bar) => ({ default: bar.RunningBar })),
);

/** Top bar on wide screens; on phones a slim bar above and the tab bar within reach of the thumb. */
export function MemberShell() {
  return (
    <RequireSession>
      <MemberFrame />
    </RequireSession>
  );
}

function MemberFrame() {
  const t = useT('app');
  const places = usePlaces();
  const code: Place = { to: '/q', label: t('nav.code'), icon: <IconKeyboard /> };
  const { pathname } = useLocation();
  return (
    <div className={classes.shell} onSubmit={toRefusedField}>
      <header className={classes.top}>
        <Link to="/" className={classes.brand} aria-label={t('brand')}>
          <LogoMark size={36} />
          <span translate="no">{PRODUCT}</span>
        </Link>
        <nav aria-label={t('nav.main')} className={classes.links}>
          {places.map((place) => (
            <NavLink key={place.to} to={place.to} end={place.to === '/'} className={classes.link}>
              {place.label}
            </NavLink>
          ))}
        </nav>
        <div className={classes.own}>
          <UserMenu />
        </div>
      </header>
      <ConnectionBanner />
      {pathname !== '/' && (
        <Suspense>
          <RunningBar />
        </Suspense>
      )}
      <main id="content" tabIndex={-1} className={classes.content}>
        <Suspense fallback={<PageLoading />}>
          <Outlet />
        </Suspense>
      </main>
      <nav aria-label={t('nav.main')} className={classes.tabs}>
        {[...places.slice(0, 2), code, ...places.slice(2)].map((place) => (
          <NavLink
            key={place.to}
            to={place.to}
            end={place.to === '/'}
            className={classes.tab}
            data-code={place === code || undefined}
          >
            {place.icon}
            {place.label}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}

const PRODUCT = 'Hải Đăng';

type Place = { to: string; label: string; icon: ReactNode };

function usePlaces(): Place[] {
  const t = useT('app');
  const navigate = useNavigate();
  const session = useSession();
  useShortcut({ keys: 'g h', label: t('shortcuts.home'), run: () => void navigate('/') });
  useShortcut({ keys: 'g c', label: t('shortcuts.contests'), run: () => void navigate('/contests') });
  useShortcut({ keys: 'g q', label: t('shortcuts.qna'), run: () => void navigate('/qna') });
  const places: Place[] = [
    { to: '/', label: t('nav.home'), icon: <IconHome /> },
    { to: '/contests', label: t('nav.contests'), icon: <IconTrophy /> },
    { to: '/qna', label: t('nav.qna'), icon: <IconMessages /> },
  ];
  const [organise] = organiserMenu(session);
  if (organise) places.push({ to: organise.to, label: t('nav.organise'), icon: <IconLayoutDashboard /> });
  return places;
}
