import { useEffect, useRef, useSyncExternalStore } from 'react';
import { SEQUENCE_MS, chordsOf, matchChord } from './shortcut-keys.js';
import { deviceNow } from '../time/server-time.js';

export type Shortcut = {
  /** `f`, `ArrowLeft`, `Ctrl+Enter`, or a sequence: `g h`. */
  keys: string;
  /** What it does, for the list under `?`. */
  label: string;
  run: () => void;
};

const STORAGE_KEY = 'hai-dang.shortcuts';
const registered = new Map<object, Shortcut>();
const listeners = new Set<() => void>();
let list: Shortcut[] = [];
let enabled = readEnabled();
let typed = '';
let typedAt = 0;

const NOTHING = { match: null, typed: '' };
const NONE: readonly Shortcut[] = [];

/** Registers a shortcut while the part is on screen; the newest of equal keys acts. Null registers nothing. */
export function useShortcut(shortcut: Shortcut | null): void {
  useShortcutTable(shortcut ? [shortcut] : NONE);
}

/** The same for several at once. */
export function useShortcutTable(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const names = shortcuts.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useEffect(() => {
    const owners = latest.current.map(({ keys, label }) => {
      const owner = {};
      const run = () => latest.current.find((one) => one.keys === keys)?.run();
      registered.set(owner, { keys, label, run });
      return owner;
    });
    if (owners.length > 0) changed();
    return () => {
      for (const owner of owners) registered.delete(owner);
      if (owners.length > 0) changed();
    };
  }, [names]);
}

/** All shortcuts that act now, for the list under `?`. */
export function useShortcuts(): Shortcut[] {
  return useSyncExternalStore(subscribe, () => list);
}

export function useShortcutsEnabled(): [boolean, (next: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => enabled), setEnabled];
}

function setEnabled(next: boolean): void {
  enabled = next;
  try {
    localStorage.setItem(STORAGE_KEY, next ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  changed();
}

function readEnabled(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function changed(): void {
  list = [...new Map([...registered.values()].map((shortcut) => [shortcut.keys, shortcut])).values()];
  for (const listener of [...listeners]) listener();
}

/** Plain keys belong to a text field that has the focus, and to a dialog that is open. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=button])'))
  );
}

function onKeyDown(event: KeyboardEvent): void {
  const chords = event.defaultPrevented || event.isComposing ? [] : chordsOf(event);
  if (chords.length === 0 || event.repeat) return;
  const isPlain = !event.ctrlKey && !event.metaKey;
  if (isPlain && (!enabled || isTaken(event.target))) return;
  const now = deviceNow();
  const before = now - typedAt > SEQUENCE_MS ? '' : typed;
  const known = list.map((shortcut) => shortcut.keys);
  const tries = chords.map((chord) => matchChord(before, chord, known));
  const found = tries.find(({ match, typed: open }) => match !== null || open !== '') ?? NOTHING;
  typed = found.typed;
  typedAt = now;
  if (found.match === null) return;
  event.preventDefault();
  list.find((shortcut) => shortcut.keys === found.match)?.run();
}

if (typeof document !== 'undefined') document.addEventListener('keydown', onKeyDown);
