import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignInPace1000000000016 implements MigrationInterface {
  name = 'SignInPace1000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many more wrong passwords a login may have, over all nodes: tokens that come back evenly. By a hash, for what
      -- people type there by mistake is sometimes their password. What is lost in a crash is at most a few tries.
      CREATE UNLOGGED TABLE sign_in_pace (
        login_hash bytea PRIMARY KEY CHECK (octet_length(login_hash) = 32),
        tokens double precision NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_pace_at ON sign_in_pace (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_pace');
  }
}
