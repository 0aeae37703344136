import type { Shortcut } from '../../platform/page/shortcuts.js';

/** A key of the desk: it acts, is listed under `?`, and, with `foot`, is named at the foot of the board. */
export type DeskKey = Shortcut & {
  /** Whether whoever sits here has it. */
  when: boolean;
  foot?: string;
  /** What the foot shows for several keys that belong together. */
  footKeys?: string;
};

/** What `/` leads to. */
export const SEARCH_ID = 'desk-search';

export const keysInUse = (keys: readonly DeskKey[]): DeskKey[] => keys.filter(({ when }) => when);

export const keysAtFoot = (keys: readonly DeskKey[]): { keys: string; foot: string }[] =>
  keys.flatMap(({ keys: own, footKeys = own, foot }) =>
    foot === undefined ? [] : [{ keys: footKeys, foot }],
  );
