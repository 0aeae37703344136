import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GivenName1000000000025 implements MigrationInterface {
  name = 'GivenName1000000000025';

  async up(runner: QueryRunner): Promise<void> {
    // Rows and indexes are made anew; the time that a request may take does not fit that.
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      -- Vietnamese people are listed by the last word of their name, then by the family's, which is the first.
      ALTER TABLE member ADD COLUMN given_name text NOT NULL
        GENERATED ALWAYS AS (regexp_replace(full_name, '^.* ', '')) STORED,
        -- With accents, for putting Hà before Hạ when somebody looks for Hà.
        ADD COLUMN accented text NOT NULL GENERATED ALWAYS AS (same_text(full_name)) STORED;
      CREATE INDEX member_order ON member (given_name COLLATE vi_sort, full_name COLLATE vi_sort, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX member_order; ALTER TABLE member DROP COLUMN given_name, DROP COLUMN accented;',
    );
  }
}
