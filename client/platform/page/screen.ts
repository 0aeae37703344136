/**
 * Where a page stands. `member`: top bar and, on phones, the tab bar. `organiser`: the navy side bar. `focus`: nothing
 * around it (an attempt). `public`: nothing around it either, for everybody (sign-in).
 */
export type Shell = 'member' | 'organiser' | 'focus' | 'public';

/** Who may open a page: everybody, who is signed in, or who may do what the page is for, as the session says of them. */
export type Audience =
  | 'everybody'
  | 'members'
  | 'organise'
  | 'manageMembers'
  | 'makeSlips'
  | 'seeUnitProgress'
  | 'hostQna'
  | 'operate';

/** What a feature exports as `routes`: a path, the shell around it, who may open it, and a lazily loaded page. */
export type Screen = {
  path: string;
  shell: Shell;
  for: Audience;
  /** Where it stands in its shell's menu, by the key of its name there. */
  menu?: string;
  lazy: () => Promise<{ Component: React.ComponentType }>;
};
