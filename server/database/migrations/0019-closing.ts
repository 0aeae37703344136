import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Closing1000000000019 implements MigrationInterface {
  name = 'Closing1000000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      -- What each position of a submitted paper earned, null where nothing was answered. One row is written when an attempt
      -- is closed, where the credit in each answer was one for each question.
      ALTER TABLE attempt ADD COLUMN credits numeric(9, 6)[];
      UPDATE attempt SET credits = given.credits
      FROM (
        SELECT attempt.id, array_agg(credit ORDER BY drawn.position) AS credits
        FROM attempt CROSS JOIN LATERAL generate_series(1, jsonb_array_length(paper)) AS drawn (position)
        LEFT JOIN answer ON answer.attempt_id = attempt.id AND answer.position = drawn.position
        WHERE state = 'submitted' GROUP BY attempt.id
      ) AS given WHERE given.id = attempt.id;
      ALTER TABLE answer DROP COLUMN credit;

      -- Of each round what is overdue longest, without looking at the others or sorting. The one of rounds and states
      -- misled: before a table that fills up is analysed, hundreds of thousands of submitted attempts look like a handful.
      DROP INDEX attempt_overdue;
      DROP INDEX attempt_round;
      CREATE INDEX attempt_running ON attempt (round_id, accepts_until) WHERE state = 'running';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      DROP INDEX attempt_running;
      CREATE INDEX attempt_round ON attempt (round_id, state);
      CREATE INDEX attempt_overdue ON attempt (accepts_until) WHERE state = 'running';
      ALTER TABLE answer ADD COLUMN credit numeric(9, 6);
      UPDATE answer SET credit = attempt.credits[answer.position] FROM attempt
      WHERE attempt.id = attempt_id AND state = 'submitted';
      ALTER TABLE attempt DROP COLUMN credits;
    `);
  }
}
