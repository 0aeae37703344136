import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttemptInspection1000000000030 implements MigrationInterface {
  name = 'AttemptInspection1000000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      CREATE INDEX attempt_latest ON attempt (round_id, started_at DESC, id DESC);

      -- When another device took an attempt over. Those from before are known by their number alone.
      CREATE TABLE attempt_lead (
        attempt_id uuid NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
        epoch integer NOT NULL CHECK (epoch > 1),
        at timestamptz NOT NULL,
        PRIMARY KEY (attempt_id, epoch)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attempt_lead; DROP INDEX attempt_latest;');
  }
}
