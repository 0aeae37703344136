import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reopening1000000000027 implements MigrationInterface {
  name = 'Reopening1000000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the server ended may go on: the time between is nobody's working time. Why a deadline moved last is told
      -- to whom it belongs.
      ALTER TABLE attempt
        ADD COLUMN paused_ms integer NOT NULL DEFAULT 0 CHECK (paused_ms >= 0),
        ADD COLUMN moved_at timestamptz,
        ADD COLUMN moved_by text CHECK (moved_by IN ('extra_time', 'extended', 'reopened', 'cancelled')),
        ADD COLUMN moved_reason text,
        ADD CONSTRAINT attempt_moved CHECK ((moved_at IS NULL) = (moved_by IS NULL)
          AND (moved_at IS NULL) = (moved_reason IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attempt DROP COLUMN paused_ms, DROP COLUMN moved_at, DROP COLUMN moved_by, DROP COLUMN moved_reason;
    `);
  }
}
