import fc from 'fast-check';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameText, searchText } from '../../../shared/kernel/text.js';
import { TestApp } from '../../support/app.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

const folded = z.array(z.object({ text: z.string(), same: z.string(), search: z.string() }));

/** The texts that the database folds in another way, with both ways. Letters newer than its Unicode it cannot know. */
async function differing(texts: readonly string[]) {
  const rows: unknown = await world.database.query(
    'SELECT text, same_text(text) AS same, f_vi(text) AS search FROM unnest($1::text[]) AS text WHERE unicode_assigned(text)',
    [texts],
  );
  return folded
    .parse(rows)
    .filter(({ text, same, search }) => same !== sameText(text) || search !== searchText(text))
    .map((row) => ({ ...row, ours: [sameText(row.text), searchText(row.text)] }));
}

describe('SQL and JavaScript fold a text alike', () => {
  it('on every character alone, between letters and under a mark', async () => {
    for (let from = 1; from <= 0x1_ffff; from += 0x4000) {
      const letters = Array.from({ length: 0x4000 }, (_, at) => from + at)
        .filter((code) => code < 0xd800 || code > 0xdfff)
        .map((code) => String.fromCodePoint(code))
        .filter((letter) => /\p{Assigned}/u.test(letter));
      // In which order marks stand under a letter Unicode has said of each since it came; the database's may be older.
      const texts = letters.flatMap((letter) => [
        letter,
        `H${letter}à${/\p{M}/u.test(letter) ? '' : `${letter}\u0301`}`,
      ]);
      expect(await differing(texts)).toEqual([]);
    }
  });

  it('on what people write, however it is composed, cut and cased', async () => {
    const piece = fc.constantFrom(
      ...[
        'hoà',
        'hòa',
        'THỦY',
        'thuỷ',
        'qúy',
        'họăc',
        'Đ',
        'Ð',
        'Ɖ',
        'ð',
        'İ',
        'I',
        'ı',
        'ẞ',
        'ß',
        'Σ',
        'ΟΔΟΣ',
        'σ',
      ],
      ...[
        'ς',
        'ﬁ',
        '²',
        'Ａ',
        '｀',
        '＊',
        '–',
        '−',
        '“',
        '”',
        '„',
        '«',
        '’',
        '`',
        '…',
        ' ',
        '\u00a0',
        '\u2003',
        '\n',
      ],
      ...[
        '\u200b',
        '\ufeff',
        '\u00ad',
        '\u202e',
        '\u2066',
        '\ufe0f',
        '\u0301',
        '\u0323',
        '\u0302',
        '\u031b',
        '\u0307',
        '👩‍🌾',
        '\u2800',
      ],
    );
    const texts = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 7 });
    const forms = fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD');
    const text = fc
      .tuple(texts, forms)
      .map(([pieces, form]) => pieces.join('').normalize(form).replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 50 }), async (several) => {
        expect(await differing(several)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Takes back the migration of this name, with all that came after it. */
async function undoBackTo(name: string): Promise<void> {
  for (let last = ''; last !== name;) {
    const rows = z
      .array(z.object({ name: z.string() }))
      .parse(await world.database.query('SELECT name FROM migrations ORDER BY id DESC LIMIT 1'));
    last = rows[0]?.name ?? name;
    await world.database.undoLastMigration();
  }
}

describe('a database filled under the rule before', () => {
  it('has fingerprints made anew, and tells apart what is one name now', async () => {
    const organiser = await world.member({ roles: [{ role: 'organiser', unitId: null }] });
    const ask = (text: string) =>
      organiser.post('/api/questions', {
        content: { prompt: { type: 'true_false', text }, solution: { type: 'true_false', correct: true } },
        topic: 'Sử–1',
        level: 'recall',
      });
    expect((await ask('Ngày 30–4–1975 ở Hoà Bình?')).status).toBe(201);
    expect((await ask('Một câu khác?')).status).toBe(201);
    await undoBackTo('SameText1000000000021');
    await world.database.query(`UPDATE question SET fingerprint = 'before ' || id`);
    await world.database.query(
      `INSERT INTO topic (id, name, created_at) VALUES (gen_random_uuid(), 'Sử-1', app_now() + interval '1 s')`,
    );
    await world.database.runMigrations();
    expect((await ask('ngày 30-4-1975 ở Hòa\u00a0Bình?')).body).toMatchObject({ code: 'question.repeats' });
    const topics: unknown = await world.database.query('SELECT name FROM topic ORDER BY created_at');
    expect(topics).toEqual([{ name: 'Sử–1' }, { name: 'Sử-1 (2)' }]);
  });
});
