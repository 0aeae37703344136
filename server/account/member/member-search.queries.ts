import { sameText, searchWords } from '../../../shared/kernel/text.js';

const MAX_WORDS = 8;

/** SQL for the order in which people are listed: given name first. Index: `member_order`. */
export const BY_NAME = 'given_name COLLATE vi_sort, full_name COLLATE vi_sort, member.id';

/** SQL for the place of a name in that order, from a parameter for the name and one for the id. */
export const placeInOrder = (name: string, id: string): string =>
  `regexp_replace(${name}::text, '^.* ', '') COLLATE vi_sort, ${name}::text COLLATE vi_sort, ${id}::uuid`;

/** An address is known by what stands before its @: the domain is everybody's. */
const withoutDomain = (word: string): string => (word.startsWith('@') ? word : word.replace(/@.*/, '@'));

const literal = (word: string): string => word.replace(/[\\%_]/g, '\\$&');

/**
 * SQL for finding people by name, code or what stands before the @ of their address; accents and case do not matter.
 * Every word must be found. `rank` is smaller for better: the whole phrase; the phrase as far as it is typed; words from
 * their beginning; the rest; each first as it is accented. `place` makes a parameter of a value. Null for no words.
 */
export function searchOf(
  q: string,
  place: (value: unknown) => string,
): { found: string; rank: () => string } | null {
  const words = searchWords(q).slice(0, MAX_WORDS).map(withoutDomain);
  if (words.length === 0) return null;
  const all = (pattern: (word: string) => string): string =>
    place(words.map((word) => pattern(literal(word))));
  return {
    found: `search LIKE ALL (${all((word) => `%${word}%`)}::text[])`,
    rank: () => {
      const [phrase, accented] = [place(words.join(' ')), place(sameText(q))];
      return `CASE WHEN strpos(' ' || search || ' ', ' ' || ${phrase} || ' ') > 0 THEN 0
        WHEN strpos(' ' || search, ' ' || ${phrase}) > 0 THEN 2
        WHEN ' ' || search LIKE ALL (${all((word) => `% ${word}%`)}::text[]) THEN 4
        ELSE 6 END + (strpos(accented, ${accented}) = 0)::int`;
    },
  };
}
