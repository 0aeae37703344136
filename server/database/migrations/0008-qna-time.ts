import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QnaTime1000000000008 implements MigrationInterface {
  name = 'QnaTime1000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Seconds added to one answer: the one on air since that instant. The next answer begins without them.
      ALTER TABLE qna_session
        ADD COLUMN more_seconds integer NOT NULL DEFAULT 0 CHECK (more_seconds BETWEEN 0 AND 36000),
        ADD COLUMN more_since timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE qna_session DROP COLUMN more_seconds, DROP COLUMN more_since');
  }
}
