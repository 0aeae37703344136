import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './banner.module.css';

const icons = {
  info: <IconInfoCircle />,
  success: <IconCircleCheck />,
  warning: <IconAlertTriangle />,
  danger: <IconAlertCircle />,
};

type BannerProps = {
  tone?: keyof typeof icons;
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  role?: 'status' | 'alert';
};

export function Banner({ tone = 'info', icon, children, action, role }: BannerProps) {
  return (
    <div className={classes.root} data-tone={tone} role={role}>
      {icon ?? icons[tone]}
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
}
