import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './button.module.css';
import { Spinner } from './spinner.js';

type Look = {
  /** `primary` once per view; `accent` only for what is happening now. */
  kind?: 'primary' | 'accent' | 'outline' | 'soft' | 'ghost' | 'danger' | 'danger-soft' | 'deep';
  size?: 'xs' | 'sm' | 'md' | 'lg';
  icon?: ReactNode;
  iconAfter?: ReactNode;
  /** As wide as its parent. */
  block?: boolean;
};

type ButtonProps = Look &
  Omit<ComponentPropsWithRef<'button'>, keyof Look> & {
    /** Sending: shows `busyText` with a spinner in the same width and does not fire again. */
    busy?: boolean;
    busyText?: string;
  };

export function Button({ busy, busyText, children, onClick, ...rest }: ButtonProps) {
  const { icon, iconAfter, look, attributes } = split(rest);
  return (
    <button
      type="button"
      {...attributes}
      {...look}
      aria-busy={busy || undefined}
      aria-disabled={busy || attributes['aria-disabled'] || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      <span className={classes.label} data-hidden={busy || undefined} aria-hidden={busy || undefined}>
        {icon}
        {children}
        {iconAfter}
      </span>
      {busyText !== undefined && (
        <span className={classes.label} data-hidden={!busy || undefined} aria-hidden={!busy || undefined}>
          <Spinner />
          {busyText}
        </span>
      )}
    </button>
  );
}

type ButtonLinkProps = Look & Omit<ComponentPropsWithRef<typeof Link>, keyof Look>;

/** A link that looks like a button: it goes somewhere, a button does something. */
export function ButtonLink({ children, ...rest }: ButtonLinkProps) {
  const { icon, iconAfter, look, attributes } = split(rest);
  return (
    <Link {...attributes} {...look}>
      <span className={classes.label}>
        {icon}
        {children}
        {iconAfter}
      </span>
    </Link>
  );
}

type DownloadLinkProps = Look & Omit<ComponentPropsWithRef<'a'>, keyof Look | 'download'> & { href: string };

/** The same for a file. */
export function DownloadLink({ children, ...rest }: DownloadLinkProps) {
  const { icon, iconAfter, look, attributes } = split(rest);
  return (
    <a {...attributes} {...look} download>
      <span className={classes.label}>
        {icon}
        {children}
        {iconAfter}
      </span>
    </a>
  );
}

function split<Props extends Look & { className?: string }>(props: Props) {
  const { kind = 'outline', size = 'md', icon, iconAfter, block, className, ...attributes } = props;
  const look = {
    className: [classes.root, className].filter(Boolean).join(' '),
    'data-kind': kind,
    'data-size': size,
    'data-block': block || undefined,
  };
  return { icon, iconAfter, look, attributes };
}
