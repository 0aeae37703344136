/** As many characters as the contract's codes have; a test keeps both the same. */
export const CODE_SIZE = 4;
/** More than any code has, so that nothing is cut off unseen; less than fills the field. */
const MOST_KEPT = 12;

/** Signs that no code has, since they look like others on a projector. */
const LOOKALIKES = /[01OIL]/;

const CODE_LINK = /\/q\/([^\s/?#]+)/iu;
const SESSION_LINK = /\/qna\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/iu;

/** What a text leads to: a code, which may still be incomplete, or the audience page of a session. */
export type Entry = { kind: 'code'; code: string; fromLink: boolean } | { kind: 'session'; id: string };

/** Reads what was typed or pasted: a code however it is spelled, or a link to a session on whatever host. */
export function entryOf(text: string): Entry {
  const session = SESSION_LINK.exec(text)?.[1];
  if (session !== undefined) return { kind: 'session', id: session.toLowerCase() };
  const linked = CODE_LINK.exec(text)?.[1];
  return { kind: 'code', code: codeFrom(linked ?? text), fromLink: linked !== undefined };
}

/** Capitals and digits only: spaces, dashes and whatever else no code has are dropped. */
function codeFrom(text: string): string {
  return untyped(text.normalize('NFKD'))
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, MOST_KEPT);
}

/** The key that Telex turns into a mark; the circumflex is made by the letter itself, once more. */
const telex: Record<string, string> = {
  '\u0306': 'w',
  '\u031b': 'w',
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const CIRCUMFLEX = '\u0302';

/** The keys behind decomposed Vietnamese letters: on a keyboard set to Telex “7AS2” becomes “7Á2” while one types it. */
function untyped(text: string): string {
  return text
    .replaceAll(/[đĐ]/g, 'dd')
    .replaceAll(/([a-z])(\p{M}+)/giu, (_all, letter: string, marks: string) => {
      const shapeFirst = marks.includes(CIRCUMFLEX) ? letter : '';
      return letter + shapeFirst + [...marks].map((mark) => telex[mark] ?? '').join('');
    });
}

export type CodeTrouble = 'lookalike' | 'short' | 'long';

/** Why no session can have this code, as far as that is known without asking; null for a code that may exist. */
export function codeTrouble(code: string): CodeTrouble | null {
  if (LOOKALIKES.test(code)) return 'lookalike';
  if (code.length < CODE_SIZE) return 'short';
  return code.length > CODE_SIZE ? 'long' : null;
}
