import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import classes from './page-header.module.css';

type PageHeaderProps = {
  title: string;
  /** One line under the title. */
  subtitle?: ReactNode;
  crumbs?: { to: string; label: string }[];
  /** Buttons at the right; below the title on phones. */
  actions?: ReactNode;
  /** Beside the title: a state. */
  badge?: ReactNode;
};

/** The heading of a page. It also names the tab and is read out after a navigation. */
export function PageHeader({ title, subtitle, crumbs, actions, badge }: PageHeaderProps) {
  const t = useT('ui');
  usePageTitle(title);
  return (
    <header className={classes.root}>
      <div className={classes.words}>
        {crumbs && crumbs.length > 0 && (
          <nav aria-label={t('crumbs')}>
            <ol className={classes.crumbs}>
              {crumbs.map((crumb, at) => (
                <li key={crumb.to}>
                  {at > 0 && <IconChevronRight aria-hidden="true" />}
                  <Link to={crumb.to}>{crumb.label}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={classes.line}>
          <h1>{title}</h1>
          {badge}
        </div>
        {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
