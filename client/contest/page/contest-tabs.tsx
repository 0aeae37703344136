import { useMediaQuery } from '@mantine/hooks';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useT } from '../../platform/text/i18n.js';
import classes from './contest-tabs.module.css';

export const TABS = ['overview', 'rules', 'standings', 'results'] as const;
export type Tab = (typeof TABS)[number];

type ContestTabsProps = { value: Tab; onChange: (tab: Tab) => void; action: ReactNode };

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** The parts of the page. Arrow keys, Home and End move between them; which one is open stands in the address. */
export function ContestTabs({ value, onChange, action }: ContestTabsProps) {
  const t = useT('contest');
  const list = useRef<HTMLDivElement>(null);
  // Above the tabs on phones and right of them elsewhere, in the order of the tab key too.
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const shown = action && <div className={classes.action}>{action}</div>;
  const onKeyDown = (event: KeyboardEvent) => {
    const at = TABS.indexOf(value);
    const step = steps[event.key];
    const target =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? TABS.length - 1
          : step === undefined
            ? null
            : (at + step + TABS.length) % TABS.length;
    const tab = target === null ? undefined : TABS[target];
    if (!tab) return;
    event.preventDefault();
    onChange(tab);
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  return (
    <div className={classes.bar}>
      <div className={classes.inner}>
        {isPhone && shown}
        <div
          ref={list}
          role="tablist"
          aria-label={t('page.tabs.label')}
          className={classes.tabs}
          onKeyDown={onKeyDown}
        >
          {TABS.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`tab-${tab}`}
              aria-selected={tab === value}
              aria-controls="tab-panel"
              tabIndex={tab === value ? 0 : -1}
              className={classes.tab}
              onClick={() => onChange(tab)}
            >
              {t(`page.tabs.${tab}`)}
            </button>
          ))}
        </div>
        {!isPhone && shown}
      </div>
    </div>
  );
}
