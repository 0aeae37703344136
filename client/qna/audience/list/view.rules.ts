export const TABS = ['top', 'new', 'fair', 'own'] as const;
export type Tab = (typeof TABS)[number];
export type View = { tab: Tab; show: 'open' | 'answered' };

export const INITIAL_VIEW: View = { tab: 'top', show: 'open' };

/** The view an address names; what it names wrongly is left out. */
export function viewOf(tab: string | null, show: string | null): View {
  return {
    tab: TABS.find((known) => known === tab) ?? INITIAL_VIEW.tab,
    show: show === 'answered' ? 'answered' : 'open',
  };
}
