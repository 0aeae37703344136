import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { questionPrompt } from '../../../shared/question-bank/question.schema.js';
import { fingerprint } from '../../question-bank/grading/question-text.rules.js';

const storedQuestions = z.array(z.object({ id: z.uuid(), prompt: z.unknown() }));
const PAGE = 1_000;

export class SameText1000000000021 implements MigrationInterface {
  name = 'SameText1000000000021';

  async up(runner: QueryRunner): Promise<void> {
    // Rows and indexes are made anew; the time that a request may take does not fit that.
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(DROP_FOLDED);
    await runner.query(FUNCTIONS);
    await runner.query(TELL_APART);
    await runner.query(`
      CREATE UNIQUE INDEX topic_name ON topic (same_text(name));
      CREATE UNIQUE INDEX unit_name_among_siblings
        ON unit (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), f_vi(name)) WHERE closed_at IS NULL;

      -- Codes and addresses are ASCII: folded by the same rule in every locale of a database.
      DROP INDEX member_code;
      DROP INDEX member_email;
      CREATE UNIQUE INDEX member_code ON member (lower(code COLLATE "C"));
      CREATE UNIQUE INDEX member_email ON member (lower(email COLLATE "C"));

      -- Of an address what stands before the @: its domain is everybody's.
      ALTER TABLE member ADD COLUMN search text
        GENERATED ALWAYS AS (f_vi(full_name || ' ' || code || ' ' || coalesce(split_part(email, '@', 1) || '@', ''))) STORED;
      CREATE INDEX member_search ON member USING gin (search gin_trgm_ops);

      ALTER TABLE inquiry ADD COLUMN folded text GENERATED ALWAYS AS (f_vi(text)) STORED;
      CREATE INDEX inquiry_similar ON inquiry USING gin (folded gin_trgm_ops);

      UPDATE question SET search = f_vi(concat_ws(' ', code, text, array_to_string(tags, ' '), source));
    `);
    await renewFingerprints(runner);
  }

  /** Fingerprints and names that were told apart stay: under the rule before they are only less alike. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      DROP INDEX member_search; ALTER TABLE member DROP COLUMN search;
      DROP INDEX inquiry_similar; ALTER TABLE inquiry DROP COLUMN folded;
      DROP INDEX unit_name_among_siblings; DROP INDEX topic_name; DROP INDEX member_code; DROP INDEX member_email;
      CREATE OR REPLACE FUNCTION f_vi(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT public.unaccent('public.unaccent'::regdictionary, lower(normalize($1, NFC)))
      $$;
      DROP FUNCTION same_text(text); DROP FUNCTION text_without_case(text); DROP FUNCTION text_tidied(text);
      CREATE UNIQUE INDEX topic_name ON topic (lower(name));
      CREATE UNIQUE INDEX unit_name_among_siblings
        ON unit (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), f_vi(name)) WHERE closed_at IS NULL;
      CREATE UNIQUE INDEX member_code ON member (lower(code));
      CREATE UNIQUE INDEX member_email ON member (lower(email));
      CREATE INDEX member_search ON member USING gin (f_vi(full_name || ' ' || code || ' ' || coalesce(email, '')) gin_trgm_ops);
      ALTER TABLE inquiry ADD COLUMN folded text GENERATED ALWAYS AS (f_vi(text)) STORED;
      CREATE INDEX inquiry_similar ON inquiry USING gin (folded gin_trgm_ops);
      UPDATE question SET search = f_vi(concat_ws(' ', code, text, array_to_string(tags, ' '), source));
    `);
  }
}

const DROP_FOLDED = `
  DROP INDEX topic_name; DROP INDEX unit_name_among_siblings; DROP INDEX member_search;
  DROP INDEX inquiry_similar; ALTER TABLE inquiry DROP COLUMN folded;
`;

const UNSEEN = String.raw`\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff`;
const SPACES = String.raw`\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000`;
const DASHES = String.raw`\u02d7\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63`;
const DOUBLE_QUOTES = String.raw`\u00ab\u00bb\u02ba\u201c-\u201f\u2033\u2036\u301d-\u301f`;
const SINGLE_QUOTES = String.raw`\u0060\u00b4\u02b9\u02bb-\u02bd\u02c8\u2018-\u201b\u2032\u2035\u2039\u203a`;
const MARKS = String.raw`\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f`;
const TONE = String.raw`([\u0300\u0301\u0303\u0309\u0323])`;

/** Full-width forms and what they stand for; the star, which the keys of questions have a use for, is left alone. */
const WIDE = Array.from({ length: 0xff5e - 0xff00 }, (_, at) => 0xff01 + at).filter(
  (code) => code !== 0xff0a,
);
const literalOf = (codes: readonly number[]) => `'${String.fromCharCode(...codes).replaceAll("'", "''")}'`;
const WIDE_LETTERS = literalOf(WIDE);
const NARROW_LETTERS = literalOf(WIDE.map((code) => code - 0xfee0));

/** Capital letters that Unicode has had since version 10 or later: the ICU of a database may not know them yet. */
const LATE_CAPITALS = String.raw`\u1c89-\u1cbf\u2c2f\ua7b8-\ua7dc\ua7f5\U00010570-\U00010595\U00010d50-\U00010d65\U00016e40-\U00016e5f\U00016ea0-\U00016eb8`;
const LATE: readonly (readonly [number, number])[] = [
  [0x1c89, 0x1cbf],
  [0x2c2f, 0x2c2f],
  [0xa7b8, 0xa7dc],
  [0xa7f5, 0xa7f5],
  [0x10570, 0x10595],
  [0x10d50, 0x10d65],
  [0x16e40, 0x16e5f],
  [0x16ea0, 0x16eb8],
];
const lateCapitals = LATE.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
).filter((letter) => letter !== letter.toLowerCase());
const UPPER = `'${lateCapitals.join('')}'`;
const LOWER = `'${lateCapitals.join('').toLowerCase()}'`;

const replaced = (text: string, pattern: string, by: string) =>
  `regexp_replace(${text}, '${pattern}', '${by}', 'g')`;
const seen = (text: string) => replaced(text, `[${UNSEEN}]`, '');
const late = (text: string, pattern: string) =>
  replaced(text, pattern.replace('T', TONE), String.raw`\1\3\2`);
const tonesLate = (text: string) =>
  late(
    late(late(text, String.raw`([oO])T([aAeE][\u0302\u0306]?)`), '([uU])T([yY])'),
    String.raw`([qQ][uU])T([aAeEiIoO][\u0302\u0306\u031b]?)`,
  );

/**
 * The rule of \`shared/kernel/text.ts\` in SQL: \`same_text\` is \`sameText\`, \`f_vi\` is \`searchText\`. They agree on texts
 * with at most eight marks on a letter, and others do not come in.
 */
const FUNCTIONS = `
  CREATE FUNCTION text_tidied(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(btrim(${replaced(
      replaced(
        replaced(
          replaced(
            `replace(CASE WHEN narrow ~ '[\\uff01-\\uff5e]' THEN translate(narrow, ${WIDE_LETTERS}, ${NARROW_LETTERS}) ELSE narrow END, '…', '...')`,
            `[${DASHES}]`,
            '-',
          ),
          `[${DOUBLE_QUOTES}]`,
          '"',
        ),
        `[${SINGLE_QUOTES}]`,
        "''",
      ),
      `[${SPACES}]+`,
      ' ',
    )}), 'ÐƉðɖ', 'ĐĐđđ') FROM (SELECT ${seen('$1')}) AS given (narrow)
  $$;
  CREATE FUNCTION text_without_case(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT replace(translate(replace(lower(CASE WHEN $1 ~ '[${LATE_CAPITALS}]' THEN translate($1, ${UPPER}, ${LOWER}) ELSE $1 END COLLATE "und-x-icu"), 'ß', 'ss'), 'ςſµ', 'σsμ'), 'i' || U&'\\0307', 'i')
  $$;
  CREATE FUNCTION same_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT normalize(public.text_without_case(${tonesLate(`public.text_tidied(normalize(${seen('$1')}, NFD))`)}), NFC)
  $$;
  CREATE OR REPLACE FUNCTION f_vi(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT normalize(replace(replace(translate(
      public.text_without_case(btrim(${replaced(replaced(`public.text_tidied(normalize(${seen('$1')}, NFKD))`, `[${MARKS}]`, ''), ' +', ' ')})),
      'đøłħŧı', 'dolhti'), 'æ', 'ae'), 'œ', 'oe'), NFC)
  $$;
`;

/** What was two names and is one now is told apart by a number, the older keeps its own. */
const TELL_APART = `
  DO $$
  BEGIN
    LOOP
      UPDATE topic SET name = name || ' (2)' WHERE id IN (
        SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY same_text(name) ORDER BY created_at, id) AS place FROM topic)
          AS alike WHERE place > 1);
      EXIT WHEN NOT FOUND;
    END LOOP;
    LOOP
      UPDATE unit SET name = name || ' (2)' WHERE id IN (
        SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY parent_id, f_vi(name) ORDER BY created_at, id) AS place
          FROM unit WHERE closed_at IS NULL) AS alike WHERE place > 1);
      EXIT WHEN NOT FOUND;
    END LOOP;
  END $$;
`;

/**
 * By the rule that holds now. Of questions that were different by the one before and are the same now the oldest has
 * the fingerprint that a new one is compared with; the others keep one of their own until they are edited or retired.
 */
async function renewFingerprints(runner: QueryRunner): Promise<void> {
  await runner.query('DROP INDEX question_fingerprint');
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = storedQuestions.parse(
      await runner.query(
        `SELECT question.id, prompt FROM question
         JOIN question_version ON question_id = question.id AND number = current_version
         WHERE question.id > $1 ORDER BY question.id LIMIT ${PAGE}`,
        [last],
      ),
    );
    const known = rows.flatMap(({ id, prompt }) => {
      const read = questionPrompt.safeParse(prompt);
      if (!read.success) return [];
      const print = fingerprint({ prompt: read.data });
      return [{ id, print }];
    });
    await runner.query(
      `UPDATE question SET fingerprint = renewed.print
       FROM unnest($1::uuid[], $2::text[]) AS renewed (id, print) WHERE renewed.id = question.id`,
      [known.map(({ id }) => id), known.map(({ print }) => print)],
    );
    const end = rows.at(-1);
    if (!end) break;
    last = end.id;
  }
  await runner.query(`
    UPDATE question SET fingerprint = fingerprint || ':' || id WHERE id IN (
      SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY fingerprint ORDER BY created_at, id) AS place
        FROM question WHERE review_state <> 'retired') AS alike WHERE place > 1);
    CREATE UNIQUE INDEX question_fingerprint ON question (fingerprint) WHERE review_state <> 'retired';
  `);
}
