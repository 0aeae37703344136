type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A key of the top row, of letters, or beside them. */
const PLACE = /^(?:Digit|Numpad|Key)([0-9A-Z])$/;

/**
 * What a key press may be called in a shortcut: `f`, `ArrowLeft`, `Ctrl+Enter`; best first, nothing when it can be none.
 * The top row types `&` or `ă` on French and Vietnamese keyboards, and letters are others on Greek ones: then the place
 * of the key is what `1` and `f` mean.
 */
export function chordsOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string[] {
  if (altKey || ['Control', 'Meta', 'Shift', 'Alt'].includes(key)) return [];
  const place = shiftKey || /^[a-z0-9]$/i.test(key) ? undefined : PLACE.exec(code)?.[1];
  const names = place === undefined ? [key] : [key, place];
  return names
    .map((name) => (name.length === 1 ? name.toLowerCase() : name))
    .map((name) => (ctrlKey || metaKey ? `Ctrl+${name}` : name));
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
