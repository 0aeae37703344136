import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Turnout1000000000032 implements MigrationInterface {
  name = 'Turnout1000000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(String.raw`
      -- As Vietnamese lists have it: the given name, which stands last, then the rest in its order.
      ALTER TABLE member ADD COLUMN name_order text NOT NULL
        GENERATED ALWAYS AS (regexp_replace(btrim(full_name), '^(.*)\s+(\S+)$', '\2 \1')) STORED;
      CREATE INDEX member_name_order ON member (name_order COLLATE vi_sort, id) WHERE left_at IS NULL;

      -- Who was reminded to enter a round, how often and by whom. It is shown to them until they have entered.
      CREATE TABLE reminder (
        round_id uuid NOT NULL REFERENCES round (id) ON DELETE CASCADE,
        member_id uuid NOT NULL REFERENCES member (id),
        nth integer NOT NULL CHECK (nth >= 1),
        batch_id uuid NOT NULL,
        reminded_by uuid NOT NULL REFERENCES member (id),
        reminded_at timestamptz NOT NULL,
        PRIMARY KEY (round_id, member_id, nth)
      );
      CREATE INDEX reminder_batch ON reminder (batch_id);
      CREATE INDEX reminder_member ON reminder (member_id, round_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reminder; DROP INDEX member_name_order; ALTER TABLE member DROP COLUMN name_order;
    `);
  }
}
