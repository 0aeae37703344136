/** What a key press is called in a shortcut: `f`, `ArrowLeft`, `Ctrl+Enter`; null when it can be none. */
export function chordOf(press: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): string | null {
  if (press.altKey || ['Control', 'Meta', 'Shift', 'Alt'].includes(press.key)) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return press.ctrlKey || press.metaKey ? `Ctrl+${key}` : key;
}

/** The longest time between the keys of a sequence such as `g h`. */
export const SEQUENCE_MS = 1_200;

/** Adds a chord to what was typed: returns the match among `known`, and what a sequence may go on from. */
export function matchChord(typed: string, chord: string, known: readonly string[]) {
  const sequence = typed === '' ? chord : `${typed} ${chord}`;
  const match = known.find((keys) => keys === sequence) ?? known.find((keys) => keys === chord);
  const open = known.some((keys) => keys.startsWith(`${sequence} `)) ? sequence : '';
  const fresh = known.some((keys) => keys.startsWith(`${chord} `)) ? chord : '';
  return { match: match ?? null, typed: match === undefined ? open || fresh : '' };
}
