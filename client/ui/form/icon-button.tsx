import type { ComponentPropsWithRef, ReactNode } from 'react';
import classes from './icon-button.module.css';

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> & {
  /** What it does; there is no other text. */
  label: string;
  icon: ReactNode;
  size?: 'sm' | 'md';
  outline?: boolean;
};

export function IconButton({ label, icon, size = 'md', outline, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      className={[classes.root, className].filter(Boolean).join(' ')}
      data-size={size}
      data-outline={outline || undefined}
      aria-label={label}
    >
      {icon}
    </button>
  );
}
