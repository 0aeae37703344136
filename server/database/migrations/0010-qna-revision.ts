import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QnaRevision1000000000010 implements MigrationInterface {
  name = 'QnaRevision1000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Raised whenever the settings are written: who writes names the one they read.
      ALTER TABLE qna_session ADD COLUMN revision integer NOT NULL DEFAULT 1;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE qna_session DROP COLUMN revision');
  }
}
