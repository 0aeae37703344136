import type { Preferences } from '../platform/api/session.js';

const STORAGE_KEY = 'hai-dang.preferences';

const textOf = ({ language, scheme, shortcuts }: Preferences) => `${language} ${scheme} ${shortcuts}`;

/** Whether the device goes by these choices already, or there are none to go by. */
export function isApplied(preferences: Preferences): boolean {
  const text = textOf(preferences);
  try {
    return text === (localStorage.getItem(STORAGE_KEY) ?? 'null null null');
  } catch {
    return true;
  }
}

export function markApplied(preferences: Preferences): void {
  try {
    localStorage.setItem(STORAGE_KEY, textOf(preferences));
  } catch {
    // Without storage nothing is kept on this device at all.
  }
}
