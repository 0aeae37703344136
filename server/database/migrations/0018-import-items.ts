import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImportItems1000000000018 implements MigrationInterface {
  name = 'ImportItems1000000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE question_import RENAME TO import_file;
      ALTER INDEX question_import_age RENAME TO import_file_age;
      ALTER TABLE import_file ADD COLUMN kind text NOT NULL DEFAULT 'question';
      ALTER TABLE import_file ALTER COLUMN kind DROP DEFAULT;
      ALTER TABLE import_file DROP CONSTRAINT question_import_format_check;

      -- A row for each item: a file is read page by page, and nobody holds all of it.
      CREATE TABLE import_item (
        file_id uuid NOT NULL REFERENCES import_file (id) ON DELETE CASCADE,
        place integer NOT NULL CHECK (place >= 1),
        line integer NOT NULL CHECK (line >= 1),
        excerpt text NOT NULL,
        content jsonb,
        -- Two items with one print say the same.
        print text,
        errors jsonb NOT NULL,
        warnings jsonb NOT NULL,
        standing text NOT NULL CHECK (standing IN ('ready', 'warned', 'duplicate', 'rejected')),
        duplicate_of text,
        PRIMARY KEY (file_id, place)
      );
      CREATE INDEX import_item_standing ON import_item (file_id, standing, place);

      INSERT INTO import_item (file_id, place, line, excerpt, content, errors, warnings, standing, duplicate_of)
      SELECT import_file.id, place, (item ->> 'line')::integer, item ->> 'excerpt', nullif(item -> 'question', 'null'),
        item -> 'errors', item -> 'warnings',
        CASE WHEN item ->> 'outcome' <> 'accepted' THEN item ->> 'outcome'
          WHEN item -> 'warnings' = '[]' THEN 'ready' ELSE 'warned' END,
        item ->> 'duplicateOf'
      FROM import_file CROSS JOIN LATERAL jsonb_array_elements(items) WITH ORDINALITY AS listed (item, place);
      ALTER TABLE import_file DROP COLUMN items;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM import_file WHERE kind <> 'question';
      ALTER TABLE import_file ADD COLUMN items jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE import_file ALTER COLUMN items DROP DEFAULT;
      UPDATE import_file SET items = coalesce((SELECT jsonb_agg(jsonb_build_object('line', line, 'excerpt', excerpt,
          'question', content, 'errors', errors, 'warnings', warnings, 'duplicateOf', duplicate_of,
          'outcome', CASE WHEN standing IN ('ready', 'warned') THEN 'accepted' ELSE standing END) ORDER BY place)
        FROM import_item WHERE file_id = import_file.id), '[]');
      DROP TABLE import_item;
      ALTER TABLE import_file DROP COLUMN kind;
      ALTER TABLE import_file ADD CONSTRAINT question_import_format_check CHECK (format IN ('gift', 'csv'));
      ALTER INDEX import_file_age RENAME TO question_import_age;
      ALTER TABLE import_file RENAME TO question_import;
    `);
  }
}
