import { createContext, useContext, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import classes from './popover.module.css';

type PopoverProps = {
  /** The button that opens it, given what to put on it. */
  trigger: (attributes: TriggerAttributes) => ReactNode;
  children: ReactNode;
  label: string;
  align?: 'start' | 'end';
  /** Above the trigger, for one at the foot of the page. */
  above?: boolean;
};

type TriggerAttributes = {
  'aria-expanded': boolean;
  'aria-controls': string;
  'aria-haspopup': 'dialog';
  onClick: () => void;
};

const CloseContext = createContext<() => void>(() => undefined);

/** Closes the popover around a part, giving the focus back to its button. */
export function usePopoverClose(): () => void {
  return useContext(CloseContext);
}

/** A small layer below its button: closes on Esc (giving the focus back), on a press outside and when left by Tab. */
export function Popover({ trigger, children, label, align = 'start', above }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  const closeAndReturn = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  return (
    <div
      ref={root}
      className={classes.root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        closeAndReturn();
      }}
    >
      {trigger({
        'aria-expanded': open,
        'aria-controls': id,
        'aria-haspopup': 'dialog',
        onClick: () => setOpen(!open),
      })}
      {open && (
        <div
          id={id}
          role="dialog"
          // A press on plain text inside would otherwise move the focus to the page's main element, which is outside.
          tabIndex={-1}
          aria-label={label}
          className={classes.panel}
          data-align={align}
          data-above={above || undefined}
        >
          <CloseContext value={closeAndReturn}>{children}</CloseContext>
        </div>
      )}
    </div>
  );
}
