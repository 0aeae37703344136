import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Turnout1000000000032 implements MigrationInterface {
  name = 'Turnout1000000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      DROP TABLE reminder;
    `);
  }
}
