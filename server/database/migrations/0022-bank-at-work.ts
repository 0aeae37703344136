import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BankAtWork1000000000022 implements MigrationInterface {
  name = 'BankAtWork1000000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE topic ADD COLUMN retired_at timestamptz;
      -- The file that made it: taking the file back takes the topic along, and no other.
      ALTER TABLE topic ADD COLUMN import_id uuid REFERENCES import_file (id) ON DELETE SET NULL;
      CREATE INDEX topic_import ON topic (import_id) WHERE import_id IS NOT NULL;

      -- What many questions were before one change, for as long as it can be taken back.
      CREATE TABLE question_change (
        id uuid PRIMARY KEY,
        made_by uuid NOT NULL REFERENCES member (id),
        made_at timestamptz NOT NULL
      );
      CREATE INDEX question_change_age ON question_change (made_at);
      CREATE TABLE question_change_item (
        change_id uuid NOT NULL REFERENCES question_change (id) ON DELETE CASCADE,
        question_id uuid NOT NULL REFERENCES question (id) ON DELETE CASCADE,
        topic_id uuid NOT NULL REFERENCES topic (id),
        level text NOT NULL,
        tags text[] NOT NULL,
        review_state text NOT NULL,
        version integer NOT NULL,
        -- When the change wrote it: another moment means that somebody has changed it since.
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (change_id, question_id)
      );
      CREATE INDEX question_change_item_question ON question_change_item (question_id);
      CREATE INDEX question_change_item_topic ON question_change_item (topic_id);

      -- Items that say something else than the question they repeat, and what: [{ field, before, after }].
      ALTER TABLE import_item ADD COLUMN differences jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE import_item DROP CONSTRAINT import_item_standing_check;
      ALTER TABLE import_item ADD CONSTRAINT import_item_standing_check
        CHECK (standing IN ('ready', 'warned', 'changed', 'duplicate', 'rejected'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE import_item SET standing = 'duplicate' WHERE standing = 'changed';
      ALTER TABLE import_item DROP CONSTRAINT import_item_standing_check;
      ALTER TABLE import_item ADD CONSTRAINT import_item_standing_check
        CHECK (standing IN ('ready', 'warned', 'duplicate', 'rejected'));
      ALTER TABLE import_item DROP COLUMN differences;
      DROP TABLE question_change_item;
      DROP TABLE question_change;
      ALTER TABLE topic DROP COLUMN import_id;
      ALTER TABLE topic DROP COLUMN retired_at;
    `);
  }
}
