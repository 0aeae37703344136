import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContestLife1000000000029 implements MigrationInterface {
  name = 'ContestLife1000000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      ALTER TABLE contest
        ADD COLUMN contact text NOT NULL DEFAULT '',
        ADD COLUMN cancelled_at timestamptz,
        ADD COLUMN cancel_reason text,
        -- Put away: in no list, but where it is everything stays.
        ADD COLUMN archived_at timestamptz,
        -- A draft that was thrown away; it can be taken back until the night sweeps it out.
        ADD COLUMN deleted_at timestamptz,
        ADD CHECK (deleted_at IS NULL OR state = 'draft');
      CREATE INDEX contest_deleted ON contest (deleted_at) WHERE deleted_at IS NOT NULL;

      -- Those cancelled before said why in the log.
      UPDATE contest SET cancelled_at = log.at, cancel_reason = log.reason
      FROM (SELECT DISTINCT ON (subject_id) subject_id, at, details ->> 'reason' AS reason FROM audit_log
        WHERE action = 'contest.cancel' ORDER BY subject_id, at DESC) AS log
      WHERE contest.id = log.subject_id AND contest.state = 'cancelled';

      -- Texts of a published contest, as they were before and after somebody corrected them.
      CREATE TABLE contest_correction (
        id uuid PRIMARY KEY,
        contest_id uuid NOT NULL REFERENCES contest (id) ON DELETE CASCADE,
        field text NOT NULL CHECK (field IN ('summary', 'rules', 'contact')),
        before text NOT NULL,
        after text NOT NULL,
        corrected_by uuid NOT NULL REFERENCES member (id),
        at timestamptz NOT NULL
      );
      CREATE INDEX contest_correction_list ON contest_correction (contest_id, at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE contest_correction;
      DELETE FROM contest WHERE deleted_at IS NOT NULL;
      DROP INDEX contest_deleted;
      ALTER TABLE contest DROP COLUMN contact, DROP COLUMN cancelled_at, DROP COLUMN cancel_reason,
        DROP COLUMN archived_at, DROP COLUMN deleted_at;
    `);
  }
}
