import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ResultOrder1000000000015 implements MigrationInterface {
  name = 'ResultOrder1000000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      -- Hundredths of a point, negative: so the whole order ascends, and one comparison of rows finds a place in it.
      ALTER TABLE round_result ADD COLUMN order_points bigint NOT NULL GENERATED ALWAYS AS ((points * -100)::bigint) STORED;
      DROP INDEX round_result_order;
      CREATE INDEX round_result_order ON round_result (round_id, order_points, time_used_ms, submitted_at, member_id);
      DROP INDEX round_result_unit;
      CREATE INDEX round_result_unit ON round_result (round_id, unit_id, order_points, time_used_ms, submitted_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX round_result_unit;
      CREATE INDEX round_result_unit ON round_result (round_id, unit_id, points DESC, time_used_ms, submitted_at);
      DROP INDEX round_result_order;
      CREATE INDEX round_result_order ON round_result (round_id, points DESC, time_used_ms, submitted_at, member_id);
      ALTER TABLE round_result DROP COLUMN order_points;
    `);
  }
}
