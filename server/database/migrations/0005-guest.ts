import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Guest1000000000005 implements MigrationInterface {
  name = 'Guest1000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody who is let into one event or game by name. A device has one token and a row for each such place.
      CREATE TABLE guest (
        id uuid PRIMARY KEY,
        place_kind text NOT NULL CHECK (place_kind ~ '^[a-z_]{1,40}$'),
        place_id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX guest_device ON guest (token_hash, place_kind, place_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE guest');
  }
}
