import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SessionSecret1000000000017 implements MigrationInterface {
  name = 'SessionSecret1000000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By which secret the nodes of this database sign cookies; the secret itself is not here.
      CREATE TABLE session_secret (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        fingerprint text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session_secret');
  }
}
